import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, flowOf, mail, wait, when } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  // Reminder 1 on the 15th for what is due on the first of September 2026, a Tuesday.
  const steps = {
    'wait-1': wait({ from: 'due-date', days: 14 }),
    'is-large': when('claim.openCents > 100', {}),
    'mail-1': mail(),
    'wait-2': afterStep(7),
    'mail-2': mail('second-reminder'),
  };
  await world.choose(await world.publish('people', flowOf(world, steps)));
});
afterAll(() => world.close());

/** A debtor whose invoice came due on 1 September; the flow waits for the 15th. */
async function waiting(): Promise<{ debtorId: Id; id: Id }> {
  const { _id: debtorId } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  const [flow] = await world.flowsOf(debtorId);
  return { debtorId, id: flow!._id };
}

const anna = () => ({
  who: 'Anna',
  today: world.clock.now().toISOString().slice(0, 10),
  reason: 'she called',
});
const people = () => world.flows.instances;
const days = async (...all: string[]) => {
  for (const day of all) await at(world, day);
};

describe('what a person does to a running flow', () => {
  it('holding it back keeps everything until it is released, however late that is', async () => {
    const { debtorId, id } = await waiting();

    await people().hold(world.scope, id, anna());
    await days('2026-09-15', '2026-09-16');
    expect(await world.flowsOf(debtorId)).toMatchObject([{ state: 'held', nodeId: 'wait-1' }]);
    world.clock.moveTo(new Date('2026-09-18T08:00:00Z'));
    await people().release(world.scope, id, anna());
    await world.work();

    expect(await told(world, debtorId)).toEqual([
      '2026-09-02 wait-1 intervened intervened.held',
      '2026-09-18 wait-1 intervened intervened.released',
      '2026-09-18 is-large yes',
      '2026-09-18 mail-1 sent',
    ]);
  });

  it('doing it now brings the step forward, and what follows counts from the real day', async () => {
    const { debtorId, id } = await waiting();

    await people().doNow(world.scope, id, anna());
    await world.work();
    await days('2026-09-08', '2026-09-09');

    // 2 September + 7 = 9 September.
    expect((await told(world, debtorId)).slice(0, 5)).toEqual([
      '2026-09-02 wait-1 intervened intervened.now',
      '2026-09-02 is-large yes',
      '2026-09-02 mail-1 sent',
      '2026-09-09 mail-2 sent',
      '2026-09-09 end stopped',
    ]);
  });

  it('skipping passes over the next action, never brings anything forward', async () => {
    const { debtorId, id } = await waiting();

    await people().skip(world.scope, id, anna());
    await world.work();
    expect(await world.flowsOf(debtorId)).toMatchObject([{ plannedOn: '2026-09-15' }]);
    await days('2026-09-14', '2026-09-15');

    // Nothing happened yet, so reminder 2 counts from the start: 2 + 7 has passed by the 15th.
    expect((await told(world, debtorId)).slice(0, 4)).toEqual([
      '2026-09-02 wait-1 intervened intervened.skipped',
      '2026-09-15 is-large yes',
      '2026-09-15 mail-1 skipped skipped',
      '2026-09-15 mail-2 sent',
    ]);
  });

  it('another day is marked as deviating until it has been', async () => {
    const { debtorId, id } = await waiting();

    await people().reschedule(world.scope, id, { ...anna(), on: '2026-09-24' });
    await days('2026-09-15');
    const [flow] = await world.flowsOf(debtorId);
    const deviation = { plannedOn: '2026-09-15', on: '2026-09-24', by: 'Anna' };
    expect(flow).toMatchObject({ plannedOn: '2026-09-24', deviation });
    await days('2026-09-24', '2026-10-01');

    expect(await told(world, debtorId)).toEqual([
      '2026-09-02 wait-1 intervened intervened.rescheduled',
      '2026-09-24 is-large yes',
      '2026-09-24 mail-1 sent',
      '2026-10-01 mail-2 sent',
      '2026-10-01 end stopped',
      '2026-10-01 end ended stopped',
    ]);
    expect(await world.flowsOf(debtorId)).toMatchObject([{ deviation: null }]);
  });

  it('another day also counts when a gate holds the action back', async () => {
    const { debtorId, id } = await waiting();
    // 20 September 2026 is a Sunday: reminder 1 comes due then and parks until Monday.
    await people().reschedule(world.scope, id, { ...anna(), on: '2026-09-20' });
    await days('2026-09-20');

    await people().reschedule(world.scope, id, { ...anna(), on: '2026-09-23' });
    await days('2026-09-21', '2026-09-22', '2026-09-23');

    expect(await told(world, debtorId)).toEqual([
      '2026-09-02 wait-1 intervened intervened.rescheduled',
      '2026-09-20 is-large yes',
      '2026-09-20 mail-1 parked contact-window',
      '2026-09-20 mail-1 intervened intervened.rescheduled',
      '2026-09-23 mail-1 sent',
    ]);
  });

  it('stopping ends it for good: the same invoice starts no other flow', async () => {
    const { debtorId, id } = await waiting();

    await people().stop(world.scope, id, anna());
    await days('2026-09-15', '2026-09-16');

    expect(await told(world, debtorId)).toEqual(['2026-09-02 wait-1 intervened ended.stopped-by']);
    expect(await world.flowsOf(debtorId)).toMatchObject([{ state: 'ended', endedAs: 'stopped' }]);
    await expect(people().release(world.scope, id, anna())).rejects.toMatchObject({
      code: 'INSTANCE_NOT_MOVABLE',
    });
  });
});
