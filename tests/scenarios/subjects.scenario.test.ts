import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterDue, flowOf, mail } from './telling/flow-of.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const PER_INVOICE = { subject: 'invoice' } as const;
const STEPS = { 'wait-1': afterDue(14), 'mail-1': mail() };

/** € 60 due on 1 September 2026 and € 40 due on the 3rd. */
async function twoInvoices(email: string) {
  const { _id } = await world.given.debtor({ email });
  const make = (dueOn: string, euros: number) =>
    world.given.invoice({
      debtorId: _id,
      totalCents: cents(euros * 100),
      invoicedOn: '2026-08-01',
      dueOn,
    });
  const both = [await make('2026-09-01', 60), await make('2026-09-03', 40)] as const;
  for (const day of ['2026-09-02', '2026-09-04']) await at(world, day);
  return { debtor: _id, both };
}

describe('what one flow walks with', () => {
  it('a debtor: one letter about everything, on the dates of the oldest', async () => {
    await world.choose(await world.publish('per-debtor', flowOf(world, STEPS)));
    const { debtor, both } = await twoInvoices('one@example.nl');
    expect(await world.flowsOf(debtor)).toHaveLength(1);

    await at(world, '2026-09-15');
    await at(world, '2026-09-17');

    const letters = world.mailbox.to('one@example.nl');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('100,00');
    for (const { number } of both) expect(letters[0]?.text).toContain(number);
  });

  it('an invoice: a letter for each on its own day, and a payment stops only its own', async () => {
    const flow = flowOf(world, { ...STEPS, 'wait-2': afterDue(21), 'mail-2': mail() }, PER_INVOICE);
    await world.choose(await world.publish('per-invoice', flow));
    const { debtor, both } = await twoInvoices('two@example.nl');
    expect((await world.flowsOf(debtor)).map((one) => one.subjectId)).toEqual(
      both.map((one) => one._id),
    );

    await at(world, '2026-09-15');
    await at(world, '2026-09-17');
    const line = bankLine(6_000, { description: both[0].number });
    const { scope, place } = world;
    await world.statements.receive(scope, place.administrationId, [bankStatement([line])]);
    for (const day of ['2026-09-22', '2026-09-24']) await at(world, day);

    // Each only about its own: € 60 on the 15th, € 40 on the 17th and again on the 24th.
    const texts = world.mailbox.to('two@example.nl').map((one) => one.text);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain(both[0].number);
    expect(texts[0]).not.toContain(both[1].number);
    for (const text of texts.slice(1)) expect(text).toContain(both[1].number);
    expect((await world.flowsOf(debtor)).map((one) => one.endedAs)).toEqual(['paid', 'stopped']);
  });

  it('a debtor does not start beside what is still treated per invoice', async () => {
    const flow = flowOf(world, STEPS, PER_INVOICE);
    await world.choose(await world.publish('first-per-invoice', flow));
    const { debtor } = await twoInvoices('both@example.nl');
    await world.choose(world.flowIds.get('neutral')!);
    const later = { debtorId: debtor, invoicedOn: '2026-08-02', dueOn: '2026-09-06' };
    await world.given.invoice(later);

    await at(world, '2026-09-07');
    expect((await world.flowsOf(debtor)).every((one) => one.invoiceId !== null)).toBe(true);
    // Both are at their end on the 15th and 17th; the new one is followed up from then on.
    for (const day of ['2026-09-15', '2026-09-17']) await at(world, day);

    const live = (await world.flowsOf(debtor)).filter((one) => one.isLive);
    expect(live).toMatchObject([{ invoiceId: null, startedOn: '2026-09-17' }]);
  });
});
