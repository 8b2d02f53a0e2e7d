import { describe, expect, it } from 'vitest';
import { aSandbox, endOf } from './a-sandbox.ts';
import { callOf, guestPlugin } from './guest-plugin.ts';

const sandbox = aSandbox({ memoryMb: 32, outputChars: 100_000, hostCalls: 20 });
const other = guestPlugin(`return { outcome: 'done', output: { by: 'other' } };`);
const run = (body: string, changes = {}) => sandbox.run(callOf(guestPlugin(body), changes));

/** How a call of agency a ends, while another plugin works for agency b. */
async function besideOthers(body: string, changes = {}) {
  const neighbours = Array.from({ length: 20 }, () =>
    sandbox.run(callOf(other, { agencyId: 'agency-b' })),
  );
  const end = await endOf(run(body, changes));
  const answers = await Promise.all(neighbours);
  expect(answers.every((one) => (one as { outcome: string }).outcome === 'done')).toBe(true);
  return end;
}

describe('a guest that takes too much', () => {
  it.each([
    ['an endless loop', 'while (true) {}'],
    [
      'an endless loop in a promise',
      'Promise.resolve().then(() => { while (true) {} }); await null;',
    ],
    ['a regular expression that explodes', "/(a+)+$/.test('a'.repeat(50) + '!');"],
    ['a sort that never ends', '[3, 2, 1].sort(() => { while (true) {} });'],
    ['a promise that never settles', 'await new Promise(() => {});'],
    ['a getter that loops', 'return { get outcome() { while (true) {} } };'],
    [
      'an endless iterator',
      'const more = { *[Symbol.iterator]() { for (;;) yield 1; } }; for (const _ of more);',
    ],
  ])('of time: %s', async (_, body) => {
    expect(await besideOthers(body)).toMatchObject({ code: 'SANDBOX_FAILED', kind: 'timeout' });
  });

  it.each([
    ['small objects', 'const all = []; for (;;) all.push({});'],
    ['arrays', 'const all = []; for (;;) all.push(new Array(1000).fill(1));'],
    ['a growing text', "let text = 'x'; for (;;) text += text + Math.random();"],
    ['large numbers', 'let number = 3n; for (;;) number = number * number;'],
    [
      'microtasks without end',
      '(function more() { return Promise.resolve().then(more); })(); await new Promise(() => {});',
    ],
    ['buffers', 'const all = []; for (;;) all.push(new ArrayBuffer(10_000_000));'],
    ['texts of half a gigabyte', "return 'x'.repeat(2 ** 29 - 24).split('');"],
  ])('of memory: %s', async (_, body) => {
    const end = (await besideOthers(body)) as { code: string; kind: string };

    expect(end.code).toBe('SANDBOX_FAILED');
    // Some of it V8 can only end together with the process.
    expect(['memory', 'crash', 'timeout', 'threw']).toContain(end.kind);
  });

  it.each([
    ['a large answer', "return { outcome: 'done', output: { text: 'x'.repeat(200_000) } };"],
    [
      'a million host calls',
      'for (let i = 0; i < 1e6; i += 1) ports.tasks.create({}).catch(() => {}); await null;',
    ],
    [
      'host calls one after another',
      'for (;;) { try { await ports.tasks.create({}); } catch {} if (false) break; }',
    ],
    ['large host calls', "await ports.tasks.create({ title: 'x'.repeat(200_000) });"],
  ])('to hand back: %s', async (_, body) => {
    const end = (await besideOthers(body)) as { kind: string };

    expect(['flood', 'timeout']).toContain(end.kind);
  });

  it('of input is refused before it starts', async () => {
    const small = aSandbox({ inputChars: 1_000 });
    const input = { config: {}, claim: { text: 'x'.repeat(2_000) } };

    expect(await endOf(small.run(callOf(other, { input })))).toMatchObject({ kind: 'flood' });
  });

  it('of the log: the first lines are kept, cut to size, and the call goes on', async () => {
    const lines: unknown[][] = [];
    const answer = await run(
      `for (let i = 0; i < 1000; i += 1) tools.log.info({ i }, 'line '.repeat(1000));
      return { outcome: 'done' };`,
      { hostCalls: async (path: string, args: unknown[]) => void lines.push([path, ...args]) },
    );

    expect(answer).toEqual({ outcome: 'done' });
    expect(lines).toHaveLength(50);
    expect(lines[0]).toEqual(['tools.log.info', { i: 0 }, expect.stringMatching(/^.{500}$/)]);
  });
});

describe('many plugins of one agency', () => {
  it('all work, also when there are more than stay warm', async () => {
    const few = aSandbox({ isolates: 2 });
    const calls = Array.from({ length: 20 }, (_, number) =>
      few.run(callOf(guestPlugin(`return { outcome: 'done', output: { number: ${number} } };`))),
    );
    const answers = (await Promise.all(calls)) as { output: { number: number } }[];

    expect(answers.map(({ output }) => output.number)).toEqual([...Array(20).keys()]);
  });
});

describe('a call that fails', () => {
  it('leaves the others of its run alone when it only throws', async () => {
    const code = guestPlugin(`if (config.bad) throw new Error('bad'); await ports.tasks.create({});
      return { outcome: 'done' };`);
    const calls = Array.from({ length: 30 }, (_, index) =>
      endOf(sandbox.run(callOf(code, { input: { config: { bad: index === 7 }, claim: {} } }))),
    );
    const ends = (await Promise.all(calls)) as { kind?: string; answered?: unknown }[];

    expect(ends.filter(({ kind }) => kind === 'threw')).toHaveLength(1);
    expect(ends.filter(({ answered }) => answered !== undefined)).toHaveLength(29);
  });

  it('keeps the code, words and retry of an error thrown on purpose', async () => {
    const end =
      run(`throw Object.assign(new Error('Not today.'), { code: 'RATING_CLOSED', status: 503,
      retryable: true, details: { hour: 3, secret: { deep: 1 } } });`);

    await expect(end).rejects.toMatchObject({
      name: 'GuestRefusedError',
      code: 'RATING_CLOSED',
      status: 503,
      retryable: true,
      details: { hour: 3 },
      message: 'Not today.',
    });
  });

  it('hands the host its own error back when the guest lets it through', async () => {
    const own = new Error('the database is gone');
    const end = run('await ports.tasks.create({});', { hostCalls: () => Promise.reject(own) });

    await expect(end).rejects.toBe(own);
  });

  it('waits for host calls that nobody awaited, so that nothing happens afterwards', async () => {
    let isDone = false;
    const hostCalls = async () => {
      await new Promise((done) => setImmediate(done));
      isDone = true;
    };
    await run(`ports.tasks.create({}); return { outcome: 'done' };`, { hostCalls });

    expect(isDone).toBe(true);
  });
});
