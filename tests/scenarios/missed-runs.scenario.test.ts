import type { FlowSettings } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail, type StepOf } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const LETTERS = {
  'wait-1': afterDue(14),
  'mail-1': mail(),
  'wait-2': afterStep(7),
  'mail-2': mail('second-reminder'),
};

/** An invoice that comes due on the first of that month, in a flow of its own. */
async function story(
  steps: Readonly<Record<string, StepOf>>,
  missedRun: FlowSettings['missedRun'],
  dueOn: string,
) {
  const slug = `missed-${missedRun}-${dueOn}`;
  const settings = { missedRun };
  await world.choose(await world.publish(slug, flowOf(world, steps, { settings })));
  const debtor = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: debtor._id, invoicedOn: dueOn, dueOn });
  await at(world, dueOn.replace(/01$/, '02'));
  return debtor._id;
}

describe('when the platform stood still on the planned day', () => {
  it('sends once now, and what follows counts from the real day', async () => {
    // Due Tuesday 1 September: planned for the 15th. The platform is back on Thursday 1 October.
    const debtor = await story(LETTERS, 'send-once', '2026-09-01');

    await at(world, '2026-10-01');
    expect(world.mailbox.to('debtor@example.nl')).toHaveLength(1);
    await at(world, '2026-10-07');
    await at(world, '2026-10-08');

    // 1 October + 7 = 8 October.
    expect(await told(world, debtor)).toEqual([
      '2026-10-01 mail-1 sent',
      '2026-10-08 mail-2 sent',
      '2026-10-08 end stopped',
      '2026-10-08 end ended stopped',
    ]);
  });

  it('never fires as a burst what counts from the due date', async () => {
    // Due 1 October; drawn on the 15th, 22nd and 29th: seven days apart. Back on 2 November.
    const steps = {
      'wait-1': afterDue(14),
      'mail-1': mail(),
      'wait-2': afterDue(21),
      'mail-2': mail('second-reminder'),
      'wait-3': afterDue(28),
      'mail-3': mail('final-reminder'),
    };
    const debtor = await story(steps, 'send-once', '2026-10-01');

    for (const day of ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-16']) {
      await at(world, day);
    }

    // 2 November is 18 days late: 22 October + 18 = 9 November, 29 October + 18 = 16 November.
    expect(await told(world, debtor)).toEqual([
      '2026-11-02 mail-1 sent',
      '2026-11-02 wait-2 parked kept-distance',
      '2026-11-09 mail-2 sent',
      '2026-11-09 wait-3 parked kept-distance',
      '2026-11-16 mail-3 sent',
      '2026-11-16 end stopped',
      '2026-11-16 end ended stopped',
    ]);
  });

  it('passes over the step, which hands on the anchor of the step before it', async () => {
    // Due 1 December, planned 15 December, back on Thursday 17 December. Nothing was sent, so reminder
    // 2 counts from the start on 2 December: 9 December has passed, it leaves at once.
    const debtor = await story(LETTERS, 'skip', '2026-12-01');

    await at(world, '2026-12-17');

    expect(await told(world, debtor)).toEqual([
      '2026-12-17 mail-1 skipped skipped',
      '2026-12-17 mail-2 sent',
      '2026-12-17 end stopped',
      '2026-12-17 end ended stopped',
    ]);
  });

  it('waits for a person, who gets one task, and goes on when released', async () => {
    // Due 1 February 2027, planned the 15th, back on the 20th; released on Monday the 22nd.
    const debtor = await story(LETTERS, 'hold', '2027-02-01');
    await at(world, '2027-02-20');
    await at(world, '2027-02-21');
    const [flow] = await world.flowsOf(debtor);
    expect(flow).toMatchObject({ state: 'held', nodeId: 'wait-1', wakeAt: null });
    const { items } = await world.taskList.list(world.scope, {});
    expect(items.filter((one) => one.task.debtorId?.equals(debtor))).toEqual([
      expect.objectContaining({ task: expect.objectContaining({ kind: 'review' }) }),
    ]);

    world.clock.moveTo(new Date('2027-02-22T09:00:00Z'));
    const by = { who: 'Anna', today: '2027-02-22' };
    await world.flows.instances.release(world.scope, flow!._id, by);
    await world.work();
    await at(world, '2027-03-01');

    expect(await told(world, debtor)).toEqual([
      '2027-02-20 wait-1 held held.missed',
      '2027-02-22 wait-1 intervened intervened.released',
      '2027-02-22 mail-1 sent',
      '2027-03-01 mail-2 sent',
      '2027-03-01 end stopped',
      '2027-03-01 end ended stopped',
    ]);
  });
});
