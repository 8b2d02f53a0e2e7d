import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail, pauseFor } from './telling/flow-of.ts';
import { sentences, told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  await world.choose(await world.publish('letters', flowOf(world, LETTERS)));
});
afterAll(() => world.close());

const LETTERS = {
  'wait-1': afterDue(14),
  'mail-1': mail(),
  'wait-2': afterStep(7),
  'mail-2': mail('second-reminder'),
};

/** Due Tuesday 1 September 2026: reminder 1 on the 15th, reminder 2 on the 22nd. */
async function waiting(): Promise<Id> {
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: '2026-08-01', dueOn: '2026-09-01' });
  await at(world, '2026-09-02');
  return _id;
}

const morning = (day: string) => world.clock.moveTo(new Date(`${day}T06:00:00Z`));
const pause = (debtor: Id, until: string | null) =>
  world.debtors.pause(world.scope, debtor, { until, reason: 'she is ill' });

describe('a paused debtor', () => {
  it('is left alone up to and including the last day, then the flow goes on', async () => {
    const debtor = await waiting();
    morning('2026-09-10');
    await pause(debtor, '2026-09-20');

    await through(world, '2026-09-10', '2026-09-28');

    // Reminder 1 of the 15th leaves on Monday 21 September; reminder 2 is 21 + 7 = 28 September.
    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-09-10 wait-1 parked debtor-paused',
      '2026-09-21 mail-1 sent',
      '2026-09-28 mail-2 sent',
    ]);
  });

  it('goes on at once when a person resumes now', async () => {
    const debtor = await waiting();
    morning('2026-09-10');
    await pause(debtor, null);
    await through(world, '2026-09-10', '2026-09-30');
    const [flow] = await world.flowsOf(debtor);
    expect(flow).toMatchObject({ wakeAt: null, gate: 'debtor-paused' });

    morning('2026-10-01');
    await world.debtors.resume(world.scope, debtor, 'now');
    await at(world, '2026-10-01');

    // Paused on 10 September, resumed on 1 October: 21 days.
    expect(await told(world, debtor)).toEqual([
      '2026-09-10 wait-1 parked debtor-paused-open',
      '2026-10-01 wait-1 intervened resumed.now',
      '2026-10-01 mail-1 sent',
    ]);
    expect(await sentences(world, flow!._id, 'nl')).toEqual([
      'De flow begint: € 100,00 is vervallen, het oudste op di 1 sep 2026',
      'De debiteur is gepauzeerd tot iemand hem hervat',
      'De pauze van 21 dagen is voorbij; de flow gaat verder waar hij stond',
      'di 15 sep 2026: 14 dagen na de vervaldatum',
      'Verstuurd over € 100,00',
    ]);
  });

  it('has every planned day moved by the length of the pause when a person says so', async () => {
    const debtor = await waiting();
    morning('2026-09-10');
    await pause(debtor, null);
    await through(world, '2026-09-10', '2026-09-16');
    morning('2026-09-17');
    await world.debtors.resume(world.scope, debtor, 'shift');

    await through(world, '2026-09-17', '2026-09-29');

    // Seven days: 15 + 7 = 22 September; reminder 2 is 22 + 7 = 29 September.
    expect((await told(world, debtor)).slice(0, 4)).toEqual([
      '2026-09-10 wait-1 parked debtor-paused-open',
      '2026-09-17 wait-1 intervened resumed.shift',
      '2026-09-22 mail-1 sent',
      '2026-09-29 mail-2 sent',
    ]);
  });
});

describe('a step that pauses', () => {
  it('keeps its own next step waiting, and counts from the day it paused', async () => {
    const steps = { rest: pauseFor(7), 'mail-1': mail() };
    await world.choose(await world.publish('resting', flowOf(world, steps)));
    const debtor = await waiting();

    await through(world, '2026-09-03', '2026-09-09');

    // Seven days are 2 to 8 September.
    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-09-02 rest paused',
      '2026-09-02 mail-1 parked debtor-paused',
      '2026-09-09 mail-1 sent',
    ]);
  });
});
