import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail, type StepOf, task, when } from './telling/flow-of.ts';
import { restartedWith } from './telling/restarted.ts';
import { sentences, told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
let count = 0;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

/** Due on 1 September 2026, the flow begins on the 2nd. */
async function story(steps: Readonly<Record<string, StepOf>>, settings = {}): Promise<Id> {
  const flow = flowOf(world, steps, { settings });
  await world.choose(await world.publish(`story-${(count += 1)}`, flow));
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  return _id;
}
async function release(debtorId: Id): Promise<void> {
  const [flow] = await world.flowsOf(debtorId);
  const today = world.clock.now().toISOString().slice(0, 10);
  await world.flows.instances.release(world.scope, flow!._id, { who: 'Anna', today });
  await world.work();
}

describe('what is stuck', () => {
  it('a step whose plugin is gone keeps its claim, and goes on when it is back', async () => {
    const debtor = await story({ 'wait-1': afterDue(14), 'task-1': task('Look at it') });
    const without = restartedWith(world, (one) => (one?.id.startsWith('tasks.') ? null : one));
    world.clock.moveTo(new Date('2026-09-15T08:00:00Z'));

    await without.wake(world.clock.now());

    const [stuck] = await world.flowsOf(debtor);
    expect(stuck).toMatchObject({ state: 'stuck', isLive: true, nodeId: 'task-1', wakeAt: null });
    expect((await sentences(world, stuck!._id, 'nl')).at(-1)).toBe(
      'Vastgelopen: blok task-1 heeft een onbekend type tasks.create-task',
    );
    // Nothing starts beside it, whatever comes due.
    await world.given.invoice({ debtorId: debtor, invoicedOn: '2026-08-15', dueOn: '2026-09-15' });
    await through(world, '2026-09-16', '2026-09-18');
    expect(await world.flowsOf(debtor)).toHaveLength(1);

    await release(debtor);
    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-09-15 task-1 stuck stuck.unknown-step',
      '2026-09-18 task-1 intervened intervened.released',
      '2026-09-18 task-1 created',
    ]);
  });

  it('a step of a newer plugin than the one installed says so; others of its batch go on', async () => {
    const debtor = await story({ 'wait-1': afterDue(14), 'task-1': task('Look at it') });
    const other = await story({ 'wait-1': afterDue(14), 'mail-1': mail() });
    const older = restartedWith(world, (one) =>
      one?.id === 'tasks.create-task' ? { ...one, version: 0 } : one,
    );
    world.clock.moveTo(new Date('2026-09-15T08:00:00Z'));

    await older.wake(world.clock.now());

    const [stuck] = await world.flowsOf(debtor);
    expect(stuck).toMatchObject({ state: 'stuck', waiting: { code: 'flow.stuck.step-too-new' } });
    expect((await told(world, other))[0]).toBe('2026-09-15 mail-1 sent');
  });

  it('a condition that fails names itself, and goes on after mending', async () => {
    const debtor = await story({
      'has-mobile': when('claim.debtor.mobile.size() > 3', {}),
      'mail-1': mail(),
    });
    const [stuck] = await world.flowsOf(debtor);
    expect(stuck).toMatchObject({ state: 'stuck', nodeId: 'has-mobile' });
    const [, reason] = await sentences(world, stuck!._id, 'nl');
    expect(reason).toContain('Vastgelopen: The condition failed');

    await world.debtors.update(world.scope, debtor, { mobile: '0612345678' });
    await release(debtor);

    expect((await told(world, debtor)).slice(2, 4)).toEqual([
      '2026-09-02 has-mobile yes',
      '2026-09-02 mail-1 sent',
    ]);
  });

  it('a loop through a wait comes round until the most steps an instance may have', async () => {
    // Every day until it has more than € 1.000: never. Two steps a turn, ten at most.
    const again = when('claim.openCents > 100000', { no: 'wait-1' });
    const debtor = await story({ 'wait-1': afterStep(1), again }, { maxSteps: 10 });

    await through(world, '2026-09-03', '2026-09-10');

    // The start is the first; four turns are nine, the wait of the fifth is ten.
    expect(await told(world, debtor)).toEqual([
      '2026-09-03 again no',
      '2026-09-04 again no',
      '2026-09-05 again no',
      '2026-09-06 again no',
      '2026-09-07 again stuck stuck.too-many-steps',
    ]);
    const [stuck] = await world.flowsOf(debtor);
    expect(stuck).toMatchObject({ isLive: true, state: 'stuck', visit: 10 });
  });
});
