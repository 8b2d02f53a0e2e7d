import { addDays, cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  // No Sunday or holiday on any of the days below: 1 September 2026 is a Tuesday.
  world = await openFlowWorld(database.uri, { startOn: '2026-09-01' });
});
afterAll(() => world.close());

/** A debtor who paid invoices so many days after their date: the behaviour is computed from that. */
async function whoPaidAfter(terms: readonly number[]) {
  const debtor = await world.given.debtor({ email: 'debtor@example.nl' });
  for (const days of terms) {
    const on = '2026-01-05';
    const dueOn = '2026-02-04';
    const paid = await world.given.invoice({ debtorId: debtor._id, invoicedOn: on, dueOn });
    const line = bankLine(paid.totalCents, {
      description: paid.number,
      bookedOn: addDays(on, days),
    });
    const { scope, place } = world;
    await world.statements.receive(scope, place.administrationId, [bankStatement([line])]);
  }
  await world.debtors.refreshBehaviour(world.scope, [debtor._id]);
  return world.debtors.get(world.scope, debtor._id);
}

const overdue = (debtorId: Awaited<ReturnType<typeof whoPaidAfter>>['_id']) =>
  world.given.invoice({
    debtorId,
    totalCents: cents(12_500),
    invoicedOn: '2026-08-02',
    dueOn: '2026-09-01',
  });

describe('the standard flows on the calendar', () => {
  it('choose themselves by payment behaviour and count as they promise', async () => {
    // 34 days on average (30, 34, 38), deviation 3.27: at most 10, so steady: Friendly.
    const friendly = await whoPaidAfter([30, 34, 38]);
    // Two paid invoices say nothing yet: unknown, so Neutral.
    const neutral = await whoPaidAfter([30, 34]);
    // Mean 48, deviations of about 42: above 30, so erratic: Strict.
    const strict = await whoPaidAfter([5, 90, 10, 87]);
    expect(friendly.behaviour).toMatchObject({ class: 'steady', averageTermDays: 34 });
    expect(neutral.behaviour).toMatchObject({ class: 'unknown', paidCount: 2 });
    expect(strict.behaviour).toMatchObject({ class: 'erratic', averageTermDays: 48 });
    for (const { _id } of [friendly, neutral, strict]) await overdue(_id);

    await world.passTo('2026-10-31');

    // Invoice date 2 August + 34 + 14 = 19 September; due date 1 September + 21 = 22 September.
    // The latest is Tuesday 22 September; then + 14, + 14 and + 7.
    expect(await told(world, friendly._id)).toEqual([
      '2026-09-22 reminder-1 sent',
      '2026-10-06 reminder-2 sent',
      '2026-10-20 reminder-3 sent',
      '2026-10-27 call planned',
      '2026-10-27 end stopped',
      '2026-10-27 end ended stopped',
    ]);
    // 1 September + 14 = 15 September; 2 August + 30 = 1 September. Then + 7, + 7 and + 7.
    expect(await told(world, neutral._id)).toEqual([
      '2026-09-15 reminder-1 sent',
      '2026-09-22 reminder-2 sent',
      '2026-09-29 reminder-3 sent',
      '2026-10-06 call planned',
      '2026-10-06 end stopped',
      '2026-10-06 end ended stopped',
    ]);
    // 1 September + 7 = 8 September; there is no reminder 2: the last one counts from reminder 1.
    expect(await told(world, strict._id)).toEqual([
      '2026-09-08 reminder-1 sent',
      '2026-09-15 reminder-3 sent',
      '2026-09-22 call planned',
      '2026-09-22 end stopped',
      '2026-09-22 end ended stopped',
    ]);
    const call = { debtorId: strict._id, kind: 'call', dueOn: '2026-09-22' };
    expect((await world.taskList.list(world.scope, {})).items).toContainEqual(
      expect.objectContaining({ task: expect.objectContaining(call) }),
    );
  });

  it('the average term moves the first reminder of Friendly when it is long', async () => {
    const debtor = await whoPaidAfter([56, 58, 60]);
    // 30 days to pay, 58 on average: 2 October + 58 + 14 = 13 December, a Sunday: Monday the 14th.
    // The due date 1 November + 21 is 22 November, so the average term decides.
    await world.given.invoice({
      debtorId: debtor._id,
      invoicedOn: '2026-10-02',
      dueOn: '2026-11-01',
    });

    await world.passTo('2026-12-15');

    expect(await told(world, debtor._id)).toEqual([
      '2026-12-13 reminder-1 parked contact-window',
      '2026-12-14 reminder-1 sent',
    ]);
  });

  it('Strict never writes before 30 days after the invoice date', async () => {
    const debtor = await whoPaidAfter([5, 90, 10, 87]);
    // Due within 8 days: 12 January + 7 = 19 January, but 4 January + 30 = 3 February 2027.
    await world.given.invoice({
      debtorId: debtor._id,
      invoicedOn: '2027-01-04',
      dueOn: '2027-01-12',
    });

    await world.passTo('2027-02-11');

    expect(await told(world, debtor._id)).toEqual([
      '2027-02-03 reminder-1 sent',
      '2027-02-10 reminder-3 sent',
    ]);
  });
});
