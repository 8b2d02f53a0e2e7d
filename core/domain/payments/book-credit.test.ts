import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { newId } from '../../store/index.ts';
import { tasks } from '../tasks/index.ts';
import { bankLine, bankStatement } from '../testing/bank.ts';
import { openWorld, type World } from '../testing/world.ts';
import { bankLines } from './index.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

/** Somebody paid 125 euros of which an invoice took 100. */
async function overpaid() {
  const debtor = await world.given.debtor();
  const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });
  const line = bankLine(12_500, { description: 'te veel' });
  const { administrationId } = world.place;
  await world.statements.receive(world.scope, administrationId, [bankStatement([line])]);
  const { bankReference } = line;
  const row = (await world.store.table(bankLines).in(world.scope).findOne({ bankReference }))!;
  await world.bankLines.assign(world.scope, row._id, { debtorId: debtor._id, by: 'Anna' });
  const [payment] = (await world.payments.list(world.scope, debtor._id)).items;
  const later = (totalCents: number) =>
    world.given.invoice({ debtorId: debtor._id, totalCents: cents(totalCents) });
  return { debtor, invoice, payment: payment!, later };
}

const credit = (debtorId: Parameters<World['payments']['creditOfDebtor']>[1]) =>
  world.payments.creditOfDebtor(world.scope, debtorId);

describe('what was left of a payment', () => {
  it('is credit of the debtor, and pays a later invoice that a person chooses', async () => {
    const { debtor, payment, later } = await overpaid();
    expect(await credit(debtor._id)).toBe(2_500);
    const [small, large] = [await later(2_000), await later(9_000)];
    const book = (invoiceId: typeof small._id, amountCents: number) =>
      world.payments.bookCredit(world.scope, payment._id, {
        allocations: [{ invoiceId, amountCents: cents(amountCents) }],
        by: 'Anna',
      });

    await book(small._id, 2_000);
    expect(await credit(debtor._id)).toBe(500);
    await book(large._id, 200);
    await book(large._id, 300);

    expect(await credit(debtor._id)).toBe(0);
    expect((await world.invoice(small._id)).openCents).toBe(0);
    expect((await world.invoice(large._id)).openCents).toBe(8_500);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
    const key = `payment-left:${payment._id.toHexString()}`;
    const task = await world.store.table(tasks).in(world.scope).findOne({ key });
    expect(task?.state).not.toBe('open');
  });

  it('opens every invoice again when the payment is taken back', async () => {
    const { debtor, invoice, payment, later } = await overpaid();
    const next = await later(2_500);
    const allocations = [{ invoiceId: next._id, amountCents: cents(2_500) }];
    await world.payments.bookCredit(world.scope, payment._id, { allocations, by: 'Anna' });

    await world.payments.reverse(world.scope, payment._id, { reason: 'vergissing', by: 'Anna' });

    expect((await world.invoice(next._id)).openCents).toBe(2_500);
    expect((await world.invoice(invoice._id)).openCents).toBe(10_000);
    expect(await credit(debtor._id)).toBe(0);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('is never booked beyond what is left, on another debtor, or of an unknown payment', async () => {
    const { payment, later } = await overpaid();
    const next = await later(9_000);
    const other = await overpaid();
    const foreign = await other.later(100);
    const book = (id: typeof payment._id, invoiceId: typeof next._id, amountCents: number) =>
      world.payments.bookCredit(world.scope, id, {
        allocations: [{ invoiceId, amountCents: cents(amountCents) }],
        by: 'Anna',
      });

    await expect(book(payment._id, next._id, 2_501)).rejects.toMatchObject({
      code: 'ALLOCATION_EXCEEDS_PAYMENT',
    });
    await expect(book(payment._id, foreign._id, 100)).rejects.toMatchObject({
      code: 'ALLOCATION_OF_OTHER_DEBTOR',
    });
    await expect(book(newId(), next._id, 1)).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
    expect((await world.invoice(next._id)).openCents).toBe(9_000);
  });

  it('pays once when two people book it at the same moment', async () => {
    const { payment, later } = await overpaid();
    const next = await later(9_000);
    const allocations = [{ invoiceId: next._id, amountCents: cents(2_500) }];
    const book = () =>
      world.payments.bookCredit(world.scope, payment._id, { allocations, by: 'Anna' });

    const answers = await Promise.allSettled([book(), book()]);

    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await world.invoice(next._id)).openCents).toBe(6_500);
  });
});
