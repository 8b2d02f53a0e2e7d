import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import type { Id } from '../../core/store/index.ts';
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

/** Reminders 14 days after the due date and 7 days later, with these settings. */
async function flowWith(slug: string, settings: Parameters<typeof flowOf>[2]) {
  const steps = {
    'wait-1': afterDue(14),
    'mail-1': mail(),
    'wait-2': afterStep(7),
    'mail-2': mail('second-reminder'),
  };
  await world.choose(await world.publish(slug, flowOf(world, steps, settings)));
  return (await world.given.debtor({ email: `${slug}@example.nl` }))._id;
}

const invoice = (debtorId: Id, dueOn: string, totalCents = 10_000) =>
  world.given.invoice({ debtorId, totalCents: cents(totalCents), invoicedOn: dueOn, dueOn });

describe('what holds a reminder back', () => {
  it('an amount below the threshold, until another invoice lifts it', async () => {
    const debtor = await flowWith('threshold', { settings: { thresholdCents: 5_000 } });
    // € 30 due 1 September 2026: reminder on the 15th, but below € 50. Another € 30, due 17 September, is
    // overdue on the 18th: € 60.
    await invoice(debtor, '2026-09-01', 3_000);
    await at(world, '2026-09-02');
    await at(world, '2026-09-15');
    await invoice(debtor, '2026-09-17', 3_000);
    await at(world, '2026-09-16');
    await at(world, '2026-09-17');
    await at(world, '2026-09-18');

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 mail-1 parked below-threshold',
      '2026-09-18 mail-1 sent',
    ]);
    expect(world.mailbox.to('threshold@example.nl')[0]?.text).toContain('60,00');
  });

  it('a dispute about everything, until it is settled', async () => {
    const debtor = await flowWith('disputed', {});
    const contested = await invoice(debtor, '2026-09-01');
    await at(world, '2026-09-10');
    const dispute = await world.disputes.open(world.scope, {
      debtorId: debtor,
      invoiceIds: [contested._id],
      reason: 'Not delivered',
      by: 'Anna',
    });
    await through(world, '2026-09-11', '2026-09-25');
    expect(world.mailbox.to('disputed@example.nl')).toEqual([]);

    world.clock.moveTo(new Date('2026-09-25T08:00:00Z'));
    const settled = { outcome: 'rejected', note: null, by: 'Anna' } as const;
    await world.disputes.settle(world.scope, dispute._id, settled);
    await world.work();

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 mail-1 parked disputed',
      '2026-09-25 mail-1 sent',
    ]);
  });

  it('of two invoices only the one that is not disputed is in the letter', async () => {
    const debtor = await flowWith('one-of-two', {});
    const contested = await invoice(debtor, '2026-09-01', 20_000);
    const other = await invoice(debtor, '2026-09-03', 7_500);
    await at(world, '2026-09-10');
    await world.disputes.open(world.scope, {
      debtorId: debtor,
      invoiceIds: [contested._id],
      reason: 'Not delivered',
      by: 'Anna',
    });

    // The dates follow the other one: 3 September + 14 = 17 September.
    await through(world, '2026-09-11', '2026-09-17');

    expect(await told(world, debtor)).toEqual([
      '2026-09-11 wait-1 parked re-anchored',
      '2026-09-17 mail-1 sent',
    ]);
    const [letter] = world.mailbox.to('one-of-two@example.nl');
    expect(letter?.text).toContain(other.number);
    expect(letter?.text).toContain('75,00');
    expect(letter?.text).not.toContain(contested.number);
  });

  it('bank data that is too old, until a statement comes in', async () => {
    const debtor = await flowWith('bank-data', { settings: { bankFreshnessDays: 3 } });
    await invoice(debtor, '2026-09-01');
    await at(world, '2026-09-02');
    // Never any bank data: held on the 15th. With a statement of the 16th it leaves that day; reminder 2,
    // on the 23rd, is then held by data of seven days ago.
    await at(world, '2026-09-15');
    world.clock.moveTo(new Date('2026-09-16T10:00:00Z'));
    const statement = bankStatement([], { closingOn: '2026-09-16' });
    await world.statements.receive(world.scope, world.place.administrationId, [statement]);
    await world.work();
    await at(world, '2026-09-23');

    expect(await told(world, debtor)).toEqual([
      '2026-09-15 mail-1 parked no-bank-data',
      '2026-09-16 mail-1 sent',
      '2026-09-23 mail-2 parked bank-data-old',
    ]);
  });

  it('a received payment that is probably of this debtor, until a person decides', async () => {
    const debtor = await flowWith('plausible', {});
    const owed = await invoice(debtor, '2026-09-01');
    await at(world, '2026-09-14');
    const line = bankLine(10_000, { description: `${owed.number} ?`, bookedOn: '2026-09-14' });
    const { scope, place } = world;
    await world.statements.receive(scope, place.administrationId, [bankStatement([line])]);
    await at(world, '2026-09-15');
    expect(await told(world, debtor)).toEqual(['2026-09-15 mail-1 parked plausible-payment']);

    const { items } = await world.bankLines.list(scope, { state: 'plausible' });
    await world.bankLines.ignore(scope, items[0]!._id, { by: 'Anna', reason: 'of another' });
    await at(world, '2026-09-16');

    expect((await told(world, debtor))[1]).toBe('2026-09-16 mail-1 sent');
  });
});
