import { cents, message } from '@inning/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import type { Invoice } from '../invoices/index.ts';
import { tasks } from '../tasks/index.ts';
import { openWorld, type World } from '../testing/world.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

const openOf = async (...invoices: Invoice[]) =>
  Promise.all(invoices.map(async (one) => (await world.invoice(one._id)).openCents));
const by = { by: 'Anna', receivedOn: '2026-03-01' };

describe('a payment by hand', () => {
  it('pays what is due longest first, and announces what was paid', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const late = await world.given.invoice({ debtorId, dueOn: '2026-02-20' });
    const early = await world.given.invoice({ debtorId, dueOn: '2026-02-10' });
    await world.published();

    const payment = await world.payments.bookByHand(world.scope, {
      debtorId,
      amountCents: cents(12_000),
      ...by,
    });

    expect(await openOf(early, late)).toEqual([0, 8_000]);
    expect(payment.allocations).toMatchObject([{ amountCents: 10_000 }, { amountCents: 2_000 }]);
    expect((await world.invoice(early._id)).paidOn).toBe('2026-03-01');
    expect(await world.published()).toEqual(['invoice.paid', 'payment.matched']);
  });

  it('pays costs and interest before principal', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId });
    const owed = {
      kind: 'owed',
      bookedOn: '2026-02-20',
      by: 'test',
      reason: message('x'),
    } as const;
    await world.store.transaction((session) =>
      world.ledger.post(world.scope, session, [
        {
          invoiceId: invoice._id,
          closesAs: 'paid',
          entries: [
            { ...owed, key: 'c', part: 'costs', amountCents: cents(4_000) },
            { ...owed, key: 'i', part: 'interest', amountCents: cents(150) },
          ],
        },
      ]),
    );

    await world.payments.bookByHand(world.scope, { debtorId, amountCents: cents(5_000), ...by });

    expect(await world.invoice(invoice._id)).toMatchObject({
      costsOpenCents: 0,
      interestOpenCents: 0,
      principalOpenCents: 9_150,
      openCents: 9_150,
    });
  });

  it('is booked once per key, also when both requests come at once', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId });
    const entered = { debtorId, amountCents: cents(1_000), key: 'click', ...by };

    const booked = await Promise.all(
      [1, 2, 3].map(() => world.payments.bookByHand(world.scope, entered)),
    );

    expect(new Set(booked.map((one) => one._id.toHexString())).size).toBe(1);
    expect(await openOf(invoice)).toEqual([9_000]);
  });

  it('refuses more than is owed, unless somebody says where it goes: the rest is a task', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId });
    const entered = { debtorId, amountCents: cents(10_500), ...by };

    await expect(world.payments.bookByHand(world.scope, entered)).rejects.toMatchObject({
      code: 'PAYMENT_EXCEEDS_CLAIM',
      details: { excessCents: 500 },
    });
    const allocations = [{ invoiceId: invoice._id, amountCents: cents(10_000) }];
    const payment = await world.payments.bookByHand(world.scope, { ...entered, allocations });

    const task = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ key: `payment-left:${payment._id.toHexString()}` });
    expect(task).toMatchObject({ state: 'open', because: { params: { leftCents: 500 } } });
  });

  it('refuses invoices of somebody else, and more on invoices than came in', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const other = await world.given.invoice({ debtorId: (await world.given.debtor())._id });
    const own = await world.given.invoice({ debtorId });
    const book = (invoice: Invoice, amount: number) =>
      world.payments.bookByHand(world.scope, {
        debtorId,
        amountCents: cents(1_000),
        allocations: [{ invoiceId: invoice._id, amountCents: cents(amount) }],
        ...by,
      });

    await expect(book(other, 1_000)).rejects.toMatchObject({ code: 'ALLOCATION_OF_OTHER_DEBTOR' });
    await expect(book(own, 1_001)).rejects.toMatchObject({ code: 'ALLOCATION_EXCEEDS_PAYMENT' });
  });
});

describe('a reversal', () => {
  it('opens the invoices again with the same parts, once', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId });
    const payment = await world.payments.bookByHand(world.scope, {
      debtorId,
      amountCents: cents(10_000),
      ...by,
    });
    await world.published();
    const why = { reason: 'Wrong debtor', by: 'Anna' };

    await world.payments.reverse(world.scope, payment._id, why);

    expect(await world.invoice(invoice._id)).toMatchObject({ openCents: 10_000, paidOn: null });
    expect(await world.published()).toEqual(['payment.reversed']);
    await expect(world.payments.reverse(world.scope, payment._id, why)).rejects.toMatchObject({
      code: 'PAYMENT_ALREADY_REVERSED',
    });
  });
});

describe('payments and reversals together', () => {
  it('lose nothing: what is open is always what was owed less what still stands', async () => {
    const { _id: debtorId } = await world.given.debtor();
    const steps = fc.array(
      fc.oneof(
        fc.record({ pay: fc.integer({ min: 1, max: 4_000 }) }),
        fc.record({ reverse: fc.nat(5) }),
      ),
      { minLength: 2, maxLength: 8 },
    );

    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        const invoice = await world.given.invoice({ debtorId, totalCents: cents(9_000) });
        const standing: { id: typeof invoice._id; amount: number }[] = [];
        for (const move of moves) {
          if ('pay' in move) {
            const amountCents = cents(move.pay);
            const allocations = [{ invoiceId: invoice._id, amountCents }];
            const booking = { debtorId, amountCents, allocations, ...by };
            const payment = await world.payments.bookByHand(world.scope, booking).catch(() => null);
            if (payment) standing.push({ id: payment._id, amount: move.pay });
          } else if (standing[move.reverse]) {
            const [gone] = standing.splice(move.reverse, 1);
            await world.payments.reverse(world.scope, gone!.id, { reason: 'x', by: 'x' });
          }
          const paid = standing.reduce((sum, one) => sum + one.amount, 0);
          expect(await openOf(invoice)).toEqual([9_000 - paid]);
        }
      }),
      { numRuns: 15 },
    );
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });
});
