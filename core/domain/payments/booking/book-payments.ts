import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import type { Booking } from './booking.ts';
import { leftOverTask } from './left-over-task.ts';
import { createPostBookings } from './post-bookings.ts';

/**
 * Books payments in the caller's transaction: each allocation reduces costs, interest and principal in the
 * order of the law or of an agreement, after announced costs that the law made due. What is not allocated is a task. Announces `payment.matched`, and the ledger
 * `invoice.paid`. Throws `PaymentExceedsClaimError`, `AllocationExceedsPaymentError`,
 * `AllocationOfOtherDebtorError` and `InvoiceNotFoundError`.
 */
export function createBookPayments(deps: PaymentsDeps) {
  const { store, clock, events, tasks } = deps;
  const postBookings = createPostBookings(deps);
  return async (scope: Scope, session: ClientSession, bookings: readonly Booking[]) => {
    const table = store.table(payments).in(scope);
    const known = await table.find(
      {
        administrationId: { $in: bookings.map((one) => one.administrationId) },
        key: { $in: bookings.map((one) => one.key) },
      },
      { session, fields: ['key'] },
    );
    const taken = new Set(known.map((payment) => payment.key));
    const fresh = bookings.filter((one) => !taken.has(one.key));
    if (fresh.length === 0) return;

    const at = clock.now();
    await table.insertRaw(
      fresh.map((one) => paymentRow(one, at)),
      { session },
    );
    await postBookings(scope, session, fresh);
    await tasks.ensure(scope, session, fresh.flatMap(leftOverTask));
    await events.publish(
      session,
      ...fresh.map((one) => ({
        name: 'payment.matched' as const,
        place: one,
        data: {
          paymentId: one._id.toHexString(),
          debtorId: one.debtorId.toHexString(),
          amountCents: one.amountCents,
        },
      })),
    );
  };
}

const paymentRow = (booking: Booking, at: Date): Payment =>
  ({
    ...booking,
    allocations: booking.allocations.map((part) => ({ ...part })),
    at,
    reversedAt: null,
    reversalReason: null,
    reversedByLineId: null,
    refundedCents: 0,
  }) as unknown as Payment;
