import { type Cents, cents, subtractCents, sumCents } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../../debtors/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import {
  AllocationExceedsPaymentError,
  PaymentAlreadyReversedError,
  PaymentNotFoundError,
} from '../payments.errors.ts';
import type { Allocation, Booking } from './booking.ts';
import { createPostBookings } from './post-bookings.ts';

type LeftOf = Pick<Payment, 'amountCents' | 'allocations' | 'refundedCents' | 'reversedAt'>;

/** What of a payment is on no invoice and was not paid back. */
export function creditOf({ amountCents, allocations, refundedCents, reversedAt }: LeftOf): Cents {
  if (reversedAt) return cents(0);
  const booked = sumCents(allocations.map((part) => cents(part.amountCents)));
  return subtractCents(cents(amountCents), cents(booked + refundedCents));
}

const LEFT_FIELDS = ['amountCents', 'allocations', 'refundedCents', 'reversedAt'] as const;

/** What a debtor has to his credit: paid, and on no invoice. Throws `DebtorNotFoundError`. */
export const createCreditOfDebtor =
  (store: Store) =>
  async (scope: Scope, debtorId: Id): Promise<Cents> => {
    const known = await store.table(debtors).in(scope).count({ _id: debtorId });
    if (known === 0) throw new DebtorNotFoundError(debtorId.toHexString());
    const found = await store
      .table(payments)
      .in(scope)
      .find({ debtorId, reversedAt: null }, { fields: LEFT_FIELDS });
    return sumCents(found.map(creditOf));
  };

/**
 * Books what was left of a payment on invoices that a person chose, on the day the money came in: from
 * then on the debtor owed that much less. Throws `PaymentNotFoundError`, `PaymentAlreadyReversedError`,
 * `AllocationExceedsPaymentError`, `AllocationOfOtherDebtorError` and `PaymentExceedsClaimError`.
 */
export function createBookCredit(deps: PaymentsDeps) {
  const { store, events, tasks } = deps;
  const postBookings = createPostBookings(deps);
  return (
    scope: Scope,
    id: Id,
    chosen: { readonly allocations: readonly Allocation[]; readonly by: string },
  ): Promise<Payment> =>
    store.transaction(async (session) => {
      const { allocations, by } = chosen;
      const table = store.table(payments).in(scope);
      const payment = await table.byId(id, { session });
      if (!payment) throw new PaymentNotFoundError(id.toHexString());
      if (payment.reversedAt) throw new PaymentAlreadyReversedError(id.toHexString());
      const leftCents = creditOf(payment);
      const amountCents = sumCents(allocations.map((part) => part.amountCents));
      if (amountCents > leftCents) throw new AllocationExceedsPaymentError(leftCents, amountCents);

      const round = payment.allocations.length;
      const booking = { ...(payment as unknown as Booking), amountCents, allocations, by, round };
      await postBookings(scope, session, [booking]);

      const change = {
        $push: { allocations: { $each: allocations.map((part) => ({ ...part })) } },
      };
      const after = await table.change({ _id: id }, change as never, { session });
      if (amountCents === leftCents) {
        const { administrationId } = payment;
        const keys = [`payment-left:${id.toHexString()}`];
        await tasks.withdraw(scope, session, { administrationId, keys });
      }
      const data = {
        paymentId: id.toHexString(),
        debtorId: payment.debtorId.toHexString(),
        amountCents,
      };
      await events.publish(session, { name: 'payment.matched', place: placeOf(payment), data });
      return after ?? payment;
    });
}
