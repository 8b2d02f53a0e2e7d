import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../../core/domain/tasks/index.ts';
import type { Instance } from '../../../core/flows/index.ts';
import { type AdministrationKey, systemScope } from '../../../core/store/index.ts';
import { testDatabase } from '../../kit/database.ts';
import { openPluginWorld, type PluginWorld } from '../../kit/plugin-world.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
const HIT = 250;
const CALM = 250;
const DAY_MS = 86_400_000;

/** What a plugin may do to those around it. */
const MISDEEDS = {
  hangs: 'for (;;) {}',
  floods: "return { outcome: 'done', output: { much: 'x'.repeat(20_000_000) } };",
  'eats memory': 'const all = []; for (;;) all.push(new Array(1_000_000).fill(all.length));',
};

let world: PluginWorld;
beforeAll(async () => {
  world = await openPluginWorld(database.uri);
});
afterAll(() => world?.close());

const pass = (ms: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + ms));
const ended = (all: readonly Instance[]) => all.filter((one) => one.endedAs === 'stopped').length;
const stateOf = async ({ agencyId }: AdministrationKey) =>
  (await world.app.host.installed!.list(agencyId))[0];

/** Steps of the plugin's node that were done, by instance: nothing may be done twice. */
async function doneSteps(place: AdministrationKey): Promise<number[]> {
  const all = await world.instancesOf(place);
  const paths = await Promise.all(all.map((one) => world.app.flows.instances.path(scope, one._id)));
  return paths.map((path) => path.filter(isDone).length);
}
const isDone = (step: { nodeId: string; kind: string }) =>
  step.nodeId === 'act' && step.kind === 'done';

/** Two agencies with as many debtors that are due together: one has the bad plugin. */
async function given(name: string, misdeed: string) {
  const slug = name.replace(/ /g, '-');
  const hit = await world.agency(`${slug}-hit`);
  const calm = await world.agency(`${slug}-calm`);
  await world.install(hit, { id: `bad-${slug}`, run: misdeed });
  await world.install(calm, { id: 'echo' });
  await world.flowWith(hit, `bad-${slug}.act`);
  await world.flowWith(calm, 'echo.act');
  await world.overdue(hit, HIT);
  await world.overdue(calm, CALM);
  return { hit, calm, id: `bad-${slug}` };
}

describe('a plugin of one agency, while five hundred instances run', () => {
  it.each(Object.entries(MISDEEDS))(
    'that %s costs its own steps a retry, and nobody else anything',
    async (name, misdeed) => {
      const { hit, calm, id } = await given(name, misdeed);

      await world.work();

      expect(ended(await world.instancesOf(calm))).toBe(CALM);
      const waiting = await world.instancesOf(hit);
      expect(new Set(waiting.map((one) => one.state))).toEqual(new Set(['running']));
      expect(waiting.every((one) => one.gate === 'retry' || one.gate === 'plugin-stopped')).toBe(
        true,
      );
      expect(Math.max(...waiting.map((one) => one.attempts))).toBeLessThanOrEqual(1);
      expect(await stateOf(hit)).toMatchObject({ state: 'suspended', stoppedBecause: 'failures' });
      const told = await world.app.store
        .table(tasks)
        .in(scope)
        .find({ administrationId: hit.administrationId, kind: 'to-do' });
      expect(told).toMatchObject([{ because: { code: 'plugin.failures' } }]);

      await world.install(hit, { id, version: '1.0.1' });
      await world.app.host.installed!.removal.resume(hit.agencyId, id, 'Marieke');
      pass(DAY_MS);
      await world.work();

      expect(ended(await world.instancesOf(hit))).toBe(HIT);
      expect(new Set(await doneSteps(hit))).toEqual(new Set([1]));
      expect(new Set(await doneSteps(calm))).toEqual(new Set([1]));
    },
    240_000,
  );

  it('whose process is killed again and again loses no step and does none twice', async () => {
    const { hit, calm } = await given('is killed', "return { outcome: 'done' };");
    let kills = 0;
    let isOver = false;
    const killing = (async () => {
      while (!isOver && kills < 4) {
        for (const pid of sandboxProcesses().slice(0, 1)) {
          process.kill(pid, 'SIGKILL');
          kills += 1;
        }
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();

    await world.work();
    isOver = true;
    await killing;
    for (const place of [hit, calm]) {
      const row = await stateOf(place);
      if (row?.state !== 'suspended') continue;
      await world.app.host.installed!.removal.resume(place.agencyId, row.pluginId, 'Marieke');
    }
    pass(DAY_MS);
    await world.work();

    expect(kills).toBeGreaterThan(0);
    expect(ended(await world.instancesOf(hit))).toBe(HIT);
    expect(ended(await world.instancesOf(calm))).toBe(CALM);
    expect(new Set([...(await doneSteps(hit)), ...(await doneSteps(calm))])).toEqual(new Set([1]));
  }, 240_000);
});

/** The processes of the sandbox that this process has started. */
function sandboxProcesses(): number[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8');
  return children
    .trim()
    .split(' ')
    .filter((pid) => pid !== '' && isSandbox(pid))
    .map(Number);
}

function isSandbox(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('sandbox');
  } catch {
    return false;
  }
}
