import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, flowOf, mail } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

async function overdue(dueOn: string, invoicedOn: string, email = 'debtor@example.nl') {
  const { _id } = await world.given.debtor({ email });
  await world.given.invoice({ debtorId: _id, invoicedOn, dueOn });
  return _id;
}

describe('days on which no debtor is contacted', () => {
  it('a Sunday and the two days of Easter, each parked until the next allowed day', async () => {
    // Neutral, due 15 March 2026: reminder 1 on 29 March (15 + 14; 27 Feb + 30 = 29 March), a Sunday, so
    // Monday the 30th. Reminder 2 on 30 March + 7 = 6 April, Easter Monday: 7 April. Reminder 3 on 14
    // April. The call on 14 + 7 = 21 April. Steps count from the real days.
    const debtor = await overdue('2026-03-15', '2026-02-27');

    await through(world, '2026-03-16', '2026-04-21');

    expect(await told(world, debtor)).toEqual([
      '2026-03-29 reminder-1 parked contact-window',
      '2026-03-30 reminder-1 sent',
      '2026-04-06 reminder-2 parked holiday',
      '2026-04-07 reminder-2 sent',
      '2026-04-14 reminder-3 sent',
      '2026-04-21 call planned',
      '2026-04-21 end stopped',
      '2026-04-21 end ended stopped',
    ]);
  });

  it('Good Friday to Easter Monday in one go', async () => {
    // Due 20 March 2026: reminder 1 on Good Friday 3 April. Saturday 4 April is an ordinary day.
    const debtor = await overdue('2026-03-20', '2026-03-01');

    await through(world, '2026-03-21', '2026-04-11');

    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-04-03 reminder-1 parked holiday',
      '2026-04-04 reminder-1 sent',
      '2026-04-11 reminder-2 sent',
    ]);
  });

  it('Christmas, a Saturday and a Sunday behind it, and New Year', async () => {
    // 2026: 25 December is a Friday, 26 December a Saturday, the 27th a Sunday: Monday the 28th. Due 11
    // December, so reminder 1 is meant on the 25th. Reminder 2: 28 + 7 = 4 January.
    const debtor = await overdue('2026-12-11', '2026-11-25');

    await through(world, '2026-12-12', '2027-01-04');

    expect((await told(world, debtor)).slice(0, 3)).toEqual([
      '2026-12-25 reminder-1 parked holiday',
      '2026-12-28 reminder-1 sent',
      '2027-01-04 reminder-2 sent',
    ]);
  });

  it('the hours of the flow itself, within those of the law', async () => {
    // Open on Tuesdays and Thursdays from 13:00. Due 1 June 2028: meant on Thursday the 15th.
    const afternoon = { from: '13:00', to: '23:00' };
    const usual = [2, 4].map((weekday) => ({ weekday, ...afternoon }));
    const settings = { sendAt: '09:00', contactHours: { usual } };
    const steps = {
      'wait-1': afterDue(14),
      'mail-1': mail(),
      'wait-2': afterDue(15),
      'mail-2': mail(),
    };
    await world.choose(await world.publish('afternoon', flowOf(world, steps, { settings })));
    const debtor = await overdue('2028-06-01', '2028-05-01', 'afternoon@example.nl');
    await at(world, '2028-06-02');

    await at(world, '2028-06-15', { time: '09:00' });
    await at(world, '2028-06-15', { time: '12:59' });
    expect(world.mailbox.to('afternoon@example.nl')).toEqual([]);
    await at(world, '2028-06-15', { time: '13:00' });
    expect(world.mailbox.to('afternoon@example.nl')).toHaveLength(1);
    await at(world, '2028-06-16', { time: '14:00' });
    await at(world, '2028-06-20', { time: '12:00' });
    expect(world.mailbox.to('afternoon@example.nl')).toHaveLength(1);
    await at(world, '2028-06-20', { time: '13:00' });

    expect(world.mailbox.to('afternoon@example.nl')).toHaveLength(2);
    expect((await told(world, debtor)).filter((line) => line.includes('parked'))).toEqual([
      '2028-06-15 mail-1 parked contact-window',
      '2028-06-16 mail-2 parked contact-window',
    ]);
  });

  it('before 07:00 and from 20:00 on everything waits for the window', async () => {
    const night = { sendAt: '21:30' };
    const steps = { 'wait-1': afterDue(14), 'mail-1': mail() };
    await world.choose(await world.publish('night', flowOf(world, steps, { settings: night })));
    // Due 1 June 2027: meant on Tuesday the 15th at 21:30, which is too late for everybody.
    const debtor = await overdue('2027-06-01', '2027-05-01', 'night@example.nl');
    await at(world, '2027-06-02');

    await at(world, '2027-06-15', { time: '21:30' });
    await at(world, '2027-06-16', { time: '06:59' });
    expect(world.mailbox.to('night@example.nl')).toEqual([]);
    await at(world, '2027-06-16', { time: '07:00' });

    expect((await told(world, debtor)).slice(0, 2)).toEqual([
      '2027-06-15 mail-1 parked contact-window',
      '2027-06-16 mail-1 sent',
    ]);
  });
});
