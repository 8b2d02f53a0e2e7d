import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communications } from '../../core/domain/communications/index.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail, task, together } from './telling/flow-of.ts';
import { sentences, told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
let count = 0;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const by = { who: 'Anna', note: null };
const letters = (days: number) => ({
  'wait-1': afterDue(days),
  'mail-1': mail('first-reminder', 1),
  'wait-2': afterStep(days),
  'mail-2': mail('second-reminder', 2),
});
/** The same letters under other names and with a call between them. */
const renamed = {
  'calm-1': afterDue(14),
  'letter-1': mail('first-reminder', 1),
  'calm-2': afterStep(14),
  'look-1': task('Bekijk het dossier'),
  'letter-2': mail('second-reminder', 2),
};

async function overdue(): Promise<Id> {
  const { _id } = await world.given.debtor({ email: `debtor-${(count += 1)}@example.nl` });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  return _id;
}

/** Somebody who had the first letter on 8 September, and somebody who waits for it. */
async function twoCases(): Promise<{ flowId: Id; ahead: Id; behind: Id }> {
  const flowId = await world.publish(`story-${(count += 1)}`, flowOf(world, letters(7)));
  await world.choose(flowId);
  const ahead = await overdue();
  for (const day of ['2026-09-02', '2026-09-08']) await at(world, day);
  const { _id: behind } = await world.given.debtor({ email: `late-${count}@example.nl` });
  await world.given.invoice({ debtorId: behind, invoicedOn: '2026-08-10', dueOn: '2026-09-07' });
  await at(world, '2026-09-09');
  const flow = await world.flows.definitions.get(world.scope, flowId);
  await world.flows.definitions.saveDraft(world.scope, flow, flowOf(world, renamed));
  await world.flows.definitions.publish(world.scope, flowId, by);
  return { flowId, ahead, behind };
}
const lettersOf = async (debtorId: Id) =>
  (await world.store.table(communications).in(world.scope).find({ debtorId }))
    .map(({ template, sentOn }) => `${sentOn} ${template}`)
    .sort();

describe('a migration to another version', () => {
  it('proposes what is certain, tells beforehand what it does to dates, and then does that', async () => {
    const { flowId, ahead, behind } = await twoCases();
    const { migrations } = world.flows;
    const proposed = await migrations.propose(world.scope, flowId, { from: 1, to: 2 });
    expect(proposed).toMatchObject({ start: 'start', 'mail-1': 'letter-1', 'mail-2': 'letter-2' });
    expect(proposed).toMatchObject({ 'wait-1': null, 'wait-2': null });

    const map = { ...proposed, 'wait-1': 'calm-1', 'wait-2': 'calm-2' };
    const order = { from: 1, to: 2, map };
    const plan = await migrations.plan(world.scope, flowId, order);
    // Ahead: 8 + 7 = 15 becomes 8 + 14 = 22 September. Behind: 7 + 7 = 14 becomes 7 + 14 = 21.
    expect(plan.caseCount).toBe(2);
    expect(plan.nodes).toMatchObject([
      { nodeId: 'wait-2', to: 'calm-2', count: 1, later: 1, mostDaysLater: 7 },
      { nodeId: 'wait-1', to: 'calm-1', count: 1, later: 1, mostDaysLater: 7 },
    ]);
    expect((await world.flowsOf(ahead))[0]).toMatchObject({ flowVersion: 1, nodeId: 'wait-2' });

    const done = await migrations.migrate(world.scope, flowId, { ...order, who: 'Anna' });
    expect(done).toEqual({ migrated: 2, stayed: 0 });
    await through(world, '2026-09-10', '2026-09-23');
    expect(await lettersOf(ahead)).toEqual([
      '2026-09-08 first-reminder',
      '2026-09-22 second-reminder',
    ]);
    expect(await lettersOf(behind)).toEqual(['2026-09-21 first-reminder']);
    const [flow] = await world.flowsOf(ahead);
    expect(await sentences(world, flow!._id, 'nl')).toContain(
      'Anna heeft dit dossier van versie 1 naar versie 2 van de flow gezet.',
    );
    expect(await told(world, ahead)).toContain('2026-09-08 mail-1 sent');
    // Doing it again finds nobody.
    expect(await migrations.migrate(world.scope, flowId, { ...order, who: 'Anna' })).toEqual({
      migrated: 0,
      stayed: 0,
    });
  });

  it('never repeats a letter, even when the map leads back before it', async () => {
    const { flowId, ahead } = await twoCases();
    const map = { 'wait-1': 'calm-1', 'wait-2': 'calm-1' };
    await world.flows.migrations.migrate(world.scope, flowId, { from: 1, to: 2, map, who: 'Anna' });
    await through(world, '2026-09-10', '2026-10-20');
    const templates = (await lettersOf(ahead)).map((line) => line.slice(11));
    expect(templates).toEqual(['first-reminder', 'second-reminder']);
    expect((await told(world, ahead)).some((line) => line.includes('letter-1 skipped'))).toBe(true);
  });

  it('never repeats a letter of a group either, and does the rest of it', async () => {
    const both = together(mail('first-reminder'), task('Bekijk'));
    const steps = { 'wait-1': afterDue(7), both, 'wait-2': afterStep(7), 'task-2': task('Klaar') };
    const flowId = await world.publish(`group-${(count += 1)}`, flowOf(world, steps));
    await world.choose(flowId);
    const debtor = await overdue();
    for (const day of ['2026-09-02', '2026-09-08']) await at(world, day);
    const flow = await world.flows.definitions.get(world.scope, flowId);
    const later = { ...steps, 'wait-1': afterDue(14) };
    await world.flows.definitions.saveDraft(world.scope, flow, flowOf(world, later));
    await world.flows.definitions.publish(world.scope, flowId, by);
    const map = { both: 'both', 'wait-1': 'wait-1', 'wait-2': 'wait-1' };
    await world.flows.migrations.migrate(world.scope, flowId, { from: 1, to: 2, map, who: 'Anna' });
    await through(world, '2026-09-09', '2026-09-20');
    expect(await lettersOf(debtor)).toEqual(['2026-09-08 first-reminder']);
  });

  it('leaves cases where they are when the map leads nowhere, and held ones held', async () => {
    const { flowId, ahead, behind } = await twoCases();
    const [held] = await world.flowsOf(behind);
    await world.flows.instances.hold(world.scope, held!._id, {
      who: 'Bas',
      today: '2026-09-09',
      reason: 'belt zelf',
    });
    const order = { from: 1, to: 2, map: { 'wait-1': 'calm-1', 'wait-2': null } };
    const done = await world.flows.migrations.migrate(world.scope, flowId, {
      ...order,
      who: 'Anna',
    });
    expect(done).toEqual({ migrated: 1, stayed: 1 });
    expect((await world.flowsOf(ahead))[0]).toMatchObject({ flowVersion: 1, nodeId: 'wait-2' });
    expect((await world.flowsOf(behind))[0]).toMatchObject({
      flowVersion: 2,
      nodeId: 'calm-1',
      state: 'held',
      wakeAt: null,
    });
  });

  it('reckons "at once" by the day where the books are kept', async () => {
    const { flowId } = await twoCases();
    // Half past one in the night of the 10th in Amsterdam is still the 9th in Greenwich.
    world.clock.moveTo(new Date('2026-09-09T23:30:00Z'));
    const order = { from: 1, to: 2, map: { 'wait-2': 'letter-2' } };
    const { nodes } = await world.flows.migrations.plan(world.scope, flowId, order);
    expect(nodes.find(({ nodeId }) => nodeId === 'wait-2')).toMatchObject({ count: 1, atOnce: 1 });
  });

  it('moves a part at a time, and tells who listens once for all that moved together', async () => {
    const { flowId } = await twoCases();
    await world.choose(flowId);
    for (let more = 0; more < 38; more += 1) await overdue();
    await at(world, '2026-09-10');
    await world.published();
    const order = { from: 2, to: 1, map: { 'calm-1': 'wait-1' }, who: 'Anna' };
    let migrated = 0;
    for (const index of [0, 1, 2, 3]) {
      const part = { index, of: 4 };
      const done = await world.flows.migrations.migrate(world.scope, flowId, { ...order, part });
      migrated += done.migrated;
    }
    expect(migrated).toBe(38);
    const told = (await world.published()).filter((name) => name === 'flow.moved');
    // One for each share of the cases that workers share among them, and there are sixteen.
    expect(told.length).toBeLessThanOrEqual(16);
  });

  it('never moves cases into a version that runs empty', async () => {
    const { flowId } = await twoCases();
    const { definitions, migrations } = world.flows;
    const flow = await definitions.get(world.scope, flowId);
    await definitions.saveDraft(world.scope, flow, flowOf(world, letters(9)));
    await definitions.publish(world.scope, flowId, { ...by, drainsOlder: true });
    const order = { from: 1, to: 2, map: { 'wait-1': 'calm-1' } };
    const refused = { code: 'FLOW_VERSION_DRAINING' };
    await expect(migrations.plan(world.scope, flowId, order)).rejects.toMatchObject(refused);
    await definitions.drain(world.scope, flowId, { version: 2, isDraining: false });
    expect((await migrations.plan(world.scope, flowId, order)).caseCount).toBe(2);
    const newest = { version: 3, isDraining: true };
    await expect(definitions.drain(world.scope, flowId, newest)).rejects.toMatchObject({
      code: 'FLOW_VERSION_NEWEST',
    });
  });

  it('refuses a map with steps that are not there', async () => {
    const { flowId } = await twoCases();
    const { migrations } = world.flows;
    for (const map of [{ nowhere: 'calm-1' }, { 'wait-1': 'nowhere' }]) {
      const order = { from: 1, to: 2, map };
      await expect(migrations.plan(world.scope, flowId, order)).rejects.toMatchObject({
        code: 'NODE_MAP_INVALID',
      });
    }
    const order = { from: 1, to: 9, map: {} };
    await expect(migrations.plan(world.scope, flowId, order)).rejects.toMatchObject({
      code: 'FLOW_NOT_FOUND',
    });
  });
});
