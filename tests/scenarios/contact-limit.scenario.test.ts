import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { afterDue, afterStep, flowOf, mail } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const REMINDED = { 'wait-1': afterDue(14), 'mail-1': mail() };
const LOOP = { sent: 'wait-1', skipped: 'wait-1' };
const TWO_IN_A_WEEK = { maxContacts: { count: 2, days: 7 } };

/** A debtor with so many invoices, due on successive days from 1 September 2026. */
async function owes(count: number, email: string) {
  const { _id } = await world.given.debtor({ email });
  for (let day = 1; day <= count; day += 1) {
    const dueOn = `2026-09-0${day}`;
    await world.given.invoice({ debtorId: _id, invoicedOn: dueOn, dueOn });
  }
  return _id;
}

describe('at most so many contacts in a period', () => {
  it('counts all instances of a debtor, also those that move in the same instant', async () => {
    const settings = TWO_IN_A_WEEK;
    const flow = flowOf(world, REMINDED, { subject: 'invoice', settings });
    await world.choose(await world.publish('per-invoice', flow));
    const debtor = await owes(4, 'four@example.nl');
    await at(world, '2026-09-05');

    // The platform stood still: all four come due together on Monday 21 September. Two letters, then
    // two more when the first ones are seven days old, on the 28th.
    await at(world, '2026-09-21');
    expect(world.mailbox.to('four@example.nl')).toHaveLength(2);
    await at(world, '2026-09-27', { time: '12:00' });
    expect(world.mailbox.to('four@example.nl')).toHaveLength(2);
    await at(world, '2026-09-28');

    expect(world.mailbox.to('four@example.nl')).toHaveLength(4);
    const lines = await told(world, debtor);
    expect(lines.filter((line) => line.includes('contact-limit'))).toEqual([
      '2026-09-21 mail-1 parked contact-limit',
      '2026-09-21 mail-1 parked contact-limit',
    ]);
  });

  it('counts the letters of the flow before, when another one goes on', async () => {
    const settings = { maxContacts: { count: 1, days: 7 } };
    const first = await world.publish('first', flowOf(world, REMINDED, { settings }));
    const steps = { 'mail-a': mail('second-reminder') };
    const second = await world.publish('second', flowOf(world, steps, { settings }));
    await world.choose(first);
    const debtor = await owes(1, 'switched@example.nl');
    await at(world, '2026-09-02');
    await at(world, '2026-09-15');

    const switching = { flowId: second, mode: 'reset', who: 'Anna' } as const;
    const row = await world.debtors.get(world.scope, debtor);
    await world.flows.switchFlow(world.scope, { debtor: row, ...switching });
    await through(world, '2026-09-16', '2026-09-22');

    // Reminder on Tuesday 15 September; the other flow would write at once, but waits for the 22nd.
    expect((await told(world, debtor)).filter((line) => line.includes('mail'))).toEqual([
      '2026-09-15 mail-1 sent',
      '2026-09-16 mail-a parked contact-limit',
      '2026-09-22 mail-a sent',
    ]);
  });

  it('a loop that comes round too fast cannot write day after day', async () => {
    // Back to the wait after each letter: 0 days after the previous step is today again.
    const steps = { 'wait-1': afterStep(0), 'mail-1': { ...mail(), to: LOOP } };
    const settings = { ...TWO_IN_A_WEEK, maxSteps: 10 };
    await world.choose(await world.publish('hasty', flowOf(world, steps, { settings })));
    const debtor = await owes(1, 'hasty@example.nl');

    await at(world, '2026-09-02');

    expect(world.mailbox.to('hasty@example.nl')).toHaveLength(1);
    expect(await told(world, debtor)).toEqual([
      '2026-09-02 mail-1 sent',
      '2026-09-02 wait-1 stuck stuck.loop',
    ]);
  });
});
