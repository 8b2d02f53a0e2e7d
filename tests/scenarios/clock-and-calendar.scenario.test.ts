import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, flowOf, mail, wait } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

async function overdue(dueOn: string) {
  const { _id } = await world.given.debtor({ email: 'debtor@example.nl' });
  await world.given.invoice({ debtorId: _id, invoicedOn: dueOn, dueOn });
  return _id;
}
const planned = async (debtorId: Awaited<ReturnType<typeof overdue>>) =>
  (await world.flowsOf(debtorId))[0]?.wakeAt?.toISOString();

describe('days are civil days of the administration', () => {
  it('the clock goes forward and back: nine in the morning stays nine in the morning', async () => {
    await world.choose(
      await world.publish('fortnight', flowOf(world, { 'wait-1': afterDue(14), mail: mail() })),
    );
    // Due 16 March 2026: 30 March, the Monday after the clock went forward: 09:00 is 07:00 in UTC.
    const spring = await overdue('2026-03-16');
    await at(world, '2026-03-17');
    expect(await planned(spring)).toBe('2026-03-30T07:00:00.000Z');
    // Due 12 October 2026: 26 October, the Monday after it went back: 09:00 is 08:00 in UTC.
    const autumn = await overdue('2026-10-12');
    await at(world, '2026-10-13');
    expect(await planned(autumn)).toBe('2026-10-26T08:00:00.000Z');
  });

  it('a time that does not exist that day moves forward, one that exists twice is the first', async () => {
    const settings = { sendAt: '02:30' };
    const steps = { 'wait-1': afterDue(14), mail: mail() };
    await world.choose(await world.publish('night', flowOf(world, steps, { settings })));
    // Due 15 March 2026: 29 March 02:30 does not exist, so 03:30 summer time.
    const spring = await overdue('2026-03-15');
    await at(world, '2026-03-16');
    expect(await planned(spring)).toBe('2026-03-29T01:30:00.000Z');
    // Due 11 October 2026: 25 October 02:30 comes twice; the first is still summer time.
    const autumn = await overdue('2026-10-11');
    await at(world, '2026-10-12');
    expect(await planned(autumn)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('waits over a leap day, in civil and in working days', async () => {
    const days = { 'wait-1': afterDue(14), mail: mail() };
    const workdays = {
      'wait-1': wait({ from: 'due-date', days: 10, unit: 'working-days' }),
      mail: mail(),
    };
    // 2028 has 29 February. Due Friday 18 February + 14 = Friday 3 March.
    await world.choose(await world.publish('leap-days', flowOf(world, days)));
    const civil = await overdue('2028-02-18');
    await at(world, '2028-02-19');
    expect(await planned(civil)).toBe('2028-03-03T08:00:00.000Z');
    // Ten working days: 21-25 February are five, 28 February to 3 March another five.
    await world.choose(await world.publish('leap-workdays', flowOf(world, workdays)));
    const working = await overdue('2028-02-18');
    await at(world, '2028-02-19');
    expect(await planned(working)).toBe('2028-03-03T08:00:00.000Z');
    // Due 6 April 2028: Good Friday is 14 April, Easter Monday 17 April. 7, 10, 11, 12, 13, 18, 19, 20,
    // 21 and 24 April are ten working days.
    const easter = await overdue('2028-04-06');
    await at(world, '2028-04-07');
    expect(await planned(easter)).toBe('2028-04-24T07:00:00.000Z');
  });

  it('an administration elsewhere lives by its own clock', async () => {
    const zone = 'Pacific/Auckland';
    await world.administration({ timeZone: zone });
    await world.choose(
      await world.publish('auckland', flowOf(world, { 'wait-1': afterDue(14), mail: mail() })),
    );
    // Due 1 June 2026. At 21:30 UTC on 1 June it is 09:30 on 2 June there: overdue, the flow starts.
    const debtor = await overdue('2026-06-01');
    await at(world, '2026-06-02', { time: '00:05', zone });
    expect(await world.flowsOf(debtor)).toMatchObject([{ startedOn: '2026-06-02' }]);
    // 15 June 09:00 in Auckland (UTC+12) is 14 June 21:00 UTC, still Sunday the 14th in the Netherlands.
    expect(await planned(debtor)).toBe('2026-06-14T21:00:00.000Z');
    await at(world, '2026-06-15', { zone });

    expect((await told(world, debtor))[0]).toBe('2026-06-15 mail sent');
  });
});
