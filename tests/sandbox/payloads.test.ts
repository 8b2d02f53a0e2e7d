import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aClaim } from '@inning/sdk/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClaimExpressions } from '../../core/flows/expressions/claim-expressions.ts';
import { SandboxFailedError } from '../../core/sandbox/index.ts';
import { describeWithShared, sharedDir } from '../kit/shared.ts';
import { aSandbox } from './a-sandbox.ts';
import { type Canaries, setCanaries } from './canaries.ts';
import { callOf, guestPlugin } from './guest-plugin.ts';

type Payload = { readonly id: string; readonly code: string; readonly expect: string };

/** Tries what an escape would do next, after the payload did what it does. */
const PROBE = `
  const reached = [];
  for (const name of ['process', 'require', 'module', 'global', 'fetch', 'Buffer', 'setTimeout', 'ivm',
    'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console', 'XMLHttpRequest', 'Deno']) {
    if (typeof globalThis[name] === 'object' || typeof globalThis[name] === 'function') {
      try { if (globalThis[name].env || globalThis[name].mainModule) reached.push(globalThis[name].env); } catch {}
    }
  }
`;
/** The payload as statements or as an expression, its promise included. */
const bodyOf = (work: string) => `
  let value;
  try { value = await (async () => {
${work}
  })(); } catch (error) { value = error; }
  ${PROBE}
  let said = '';
  try { said = typeof value === 'object' ? JSON.stringify(value) : String(value); } catch {}
  return { outcome: 'done', output: { said: String(said).slice(0, 900), reached: JSON.stringify(reached) } };
`;
const FORMS = [
  ['statements', (code: string) => code],
  ['an expression', (code: string) => `return (${code.replace(/;\s*$/, '')}\n);`],
] as const;
const FAILURES = ['SandboxFailedError', 'GuestRefusedError'];
const AT_ONCE = 4;
const MOST_STOPPED = 20;

describeWithShared('published escapes', 'corpora/sandbox/payloads.open.json', () => {
  const path = join(sharedDir(), 'corpora/sandbox/payloads.open.json');
  const payloads = JSON.parse(readFileSync(path, 'utf8')) as Payload[];
  const sandbox = aSandbox({ cpuMs: 120, memoryMb: 32, isolates: 4 });
  const claim = aClaim({});
  let canaries: Canaries;
  beforeAll(async () => {
    canaries = await setCanaries();
    // What another agency keeps in its guest's memory while the payloads are tried.
    const neighbour = guestPlugin(`globalThis.kept = ${JSON.stringify(canaries.word)};
      return { outcome: 'done' };`);
    await sandbox.run(callOf(neighbour, { agencyId: 'neighbour' }));
  });
  afterAll(() => canaries.remove());

  /** What is wrong with how a payload ended; an answer or a clear failure is right. */
  async function wrongsOf(run: (payload: Payload, agency: string) => Promise<unknown>) {
    const wrong: string[] = [];
    let stopped = 0;
    const waiting = [...payloads];
    async function take(agency: string): Promise<void> {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const asked: unknown = await run(one, agency).catch((error: Error) => error);
        if (asked instanceof SandboxFailedError && asked.kind !== 'threw') stopped += 1;
        wrong.push(...wrongsIn(asked, canaries).map((what) => `${one.id} ${what}`));
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => take(`agency-${index % 2}`)));
    expect(canaries.knocks()).toBe(0);
    // Most only fail by their own mistake: whoever is stopped must have deserved it.
    expect(stopped).toBeLessThan(MOST_STOPPED);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    return { wrong };
  }

  it('are 318', () => {
    expect(payloads).toHaveLength(318);
  });

  it('do nothing as conditions', () => {
    const expressions = createClaimExpressions();
    const passed = payloads.filter(({ code }) => expressions.check(code) === null);
    for (const { code } of payloads) {
      try {
        expect(canaries.found(expressions.evaluate(code, claim))).toBe(false);
      } catch (error) {
        expect(error).toMatchObject({ code: 'EXPRESSION_FAILED' });
      }
    }

    expect(passed.map(({ id }) => id)).toEqual([]);
  });

  it.each(FORMS)('do nothing as scripts, taken as %s', async (_, form) => {
    const { wrong } = await wrongsOf(({ code }, agencyId) =>
      sandbox.runScript({ agencyId, source: form(code), claim, today: '2026-03-30' }),
    );

    expect(wrong).toEqual([]);
  });

  it.each(FORMS)('do nothing as code of a plugin, taken as %s', async (_, form) => {
    const { wrong } = await wrongsOf(({ code }, agencyId) =>
      sandbox.run(callOf(guestPlugin(bodyOf(form(code))), { agencyId })),
    );

    expect(wrong).toEqual([]);
  });

  it.each([
    ['SBX-0391', '3'],
    ['SBX-0394', '[1,2,6,24,120]'],
    ['SBX-0395', '13'],
  ])('work when they are harmless: %s', async (id, said) => {
    const { code = '' } = payloads.find((one) => one.id === id) ?? {};

    expect(await sandbox.run(callOf(guestPlugin(bodyOf(FORMS[1][1](code)))))).toMatchObject({
      output: { said },
    });
  });

  it('leave a sandbox that works', async () => {
    const code = guestPlugin(`return { outcome: 'done', output: { one: 1 } };`);

    expect(await sandbox.run(callOf(code))).toEqual({ outcome: 'done', output: { one: 1 } });
  });
});

function wrongsIn(end: unknown, canaries: Canaries): string[] {
  if (end instanceof Error) {
    const isClear = FAILURES.includes(end.name);
    const isFound = canaries.found({ ...end, message: end.message });
    return [...(isClear ? [] : [`failed with ${end}`]), ...(isFound ? ['found a canary'] : [])];
  }
  const { reached = '[]' } = (end as { output?: { reached?: string } } | null)?.output ?? {};
  const isReached = reached !== '[]' || canaries.found(end);
  return isReached ? [`reached ${reached} ${JSON.stringify(end)}`] : [];
}
