import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { aClaim } from '@inning/sdk/testing';
import { describe, expect, it } from 'vitest';
import { aSandbox, endOf } from './a-sandbox.ts';
import { callOf, guestPlugin } from './guest-plugin.ts';

/** Tells what it found of earlier calls, and leaves something for later ones. */
const rememberer = guestPlugin(
  `const found = { global: globalThis.kept ?? null, module: kept.at(-1) ?? null };
  globalThis.kept = config.name;
  kept.push(config.name);
  return { outcome: 'done', output: found };`,
  { top: 'const kept = [];' },
);
const named = (name: string, place: object) =>
  callOf(rememberer, { input: { config: { name }, claim: {} }, ...place });
const nothing = { outcome: 'done', output: { global: null, module: null } };

/** The processes that this one started and that run code of others. */
function childrenOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, child, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid && args.includes('core/sandbox/child') ? [Number(child)] : [];
  });
}

describe('two agencies with the same plugin', () => {
  it('share nothing, at once or in turn, and neither do two administrations of one', async () => {
    const sandbox = aSandbox({}, 1);
    const first = await sandbox.run(named('a', { agencyId: 'agency-a' }));
    const others = await Promise.all([
      sandbox.run(named('b', { agencyId: 'agency-b' })),
      sandbox.run(named('c', { agencyId: 'agency-c' })),
      sandbox.run(named('d', { agencyId: 'agency-a', administrationId: 'other' })),
    ]);

    expect([first, ...others]).toEqual([nothing, nothing, nothing, nothing]);
  });

  it('are served in turn when there is one process for many', async () => {
    const sandbox = aSandbox({}, 1);
    const calls = Array.from({ length: 60 }, (_, index) =>
      sandbox.run(named('x', { agencyId: `agency-${index % 6}`, administrationId: `${index}` })),
    );

    expect(await Promise.all(calls)).toEqual(Array(60).fill(nothing));
  });

  it('lose nothing by one another: a process that is killed costs its own calls alone', async () => {
    const sandbox = aSandbox();
    const waiting = guestPlugin(`await ports.tasks.create({}); return { outcome: 'done' };`);
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    const before = childrenOf(process.pid);
    let killed = 0;
    const hostCalls = async () => {
      // The first to start is agency a's: its spare started after it.
      const [first] = childrenOf(process.pid).filter((pid) => !before.includes(pid));
      if (killed === 0 && first) process.kill(first, 'SIGKILL');
      killed += 1;
      await held;
    };
    const lost = endOf(sandbox.run(callOf(waiting, { hostCalls })));
    await lost;
    const other = sandbox.run(callOf(waiting, { agencyId: 'agency-b', hostCalls: () => held }));
    release();

    expect(await lost).toMatchObject({ code: 'SANDBOX_FAILED', kind: 'crash' });
    expect(await other).toEqual({ outcome: 'done' });
    expect(await sandbox.run(callOf(waiting))).toEqual({ outcome: 'done' });
  });
});

describe('a process for code of others', () => {
  it.runIf(existsSync('/proc/self/environ'))(
    'has nothing of ours in its environment and streams',
    async () => {
      process.env['SANDBOX_CANARY'] = 'canary';
      const sandbox = aSandbox();
      const before = childrenOf(process.pid);
      await sandbox.run(named('a', {}));
      const started = childrenOf(process.pid).filter((pid) => !before.includes(pid));

      for (const pid of started) {
        const names = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
        const streams = [0, 1, 2].map((stream) => readlinkSync(`/proc/${pid}/fd/${stream}`));
        expect(names.filter((name) => !name.startsWith('NODE_CHANNEL_'))).toEqual([]);
        expect(streams).toEqual(['/dev/null', '/dev/null', '/dev/null']);
      }
      expect(started.length).toBeGreaterThan(0);
      delete process.env['SANDBOX_CANARY'];
    },
  );
});

describe('scripts of an agency', () => {
  const sandbox = aSandbox();
  const run = (source: string, agencyId = 'agency-a') =>
    sandbox.runScript({ agencyId, source, claim: aClaim({}), today: '2026-03-30' });

  it('see the claim and the day, and answer plain data', async () => {
    const source = `// a comment
      return { outcome: claim.openCents > 10_000 && today > '2026-03-01', output: { name: claim.debtor.name } } // end`;

    expect(await run(source)).toEqual({ outcome: true, output: { name: 'Jan Jansen' } });
  });

  it('keep nothing from one agency to another', async () => {
    const source = 'const was = globalThis.kept ?? null; globalThis.kept = today; return was;';

    expect([await run(source), await run(source, 'agency-b')]).toEqual([null, null]);
  });

  it.each([
    '}; export const other = 1; {',
    'return import.meta',
    'throw new Error("no")',
    'return process.env',
  ])('that are no function body or throw fail with a reason: %s', async (source) => {
    const end = await endOf(run(source));

    expect(end).not.toMatchObject({
      answered: expect.objectContaining({ PATH: expect.anything() }),
    });
  });
});
