import { type CalendarDate, cents, message, negateCents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { type LedgerEntry, type Posting } from '../../ledger/index.ts';
import { placeOf } from '../../routing/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';

export type Reversal = {
  readonly reason: string;
  readonly by: string;
  readonly on: CalendarDate;
  /** The line by which the bank took them back. */
  readonly lineId?: Id;
};

/**
 * Takes payments back in the caller's transaction: every credit gets an entry the other way, invoices
 * open again. Payments that were reversed before are passed over. Announces `payment.reversed`.
 */
export function createReversePayments({ store, clock, events, ledger, tasks }: PaymentsDeps) {
  return async (
    scope: Scope,
    session: ClientSession,
    { payments: reversed, ...reversal }: Reversal & { readonly payments: readonly Payment[] },
  ): Promise<void> => {
    const live = reversed.filter((payment) => !payment.reversedAt);
    if (live.length === 0) return;
    const ids = live.map((payment) => payment._id);
    const credits = await ledger.creditsOf(scope, session, ids);
    await ledger.post(
      scope,
      session,
      credits.map((credit) => reversingPosting(credit, reversal)),
    );
    const reversedByLineId = reversal.lineId ?? null;
    const marks = {
      reversedAt: clock.now(),
      reversalReason: reversal.reason,
      reversedByLineId,
    };
    await store
      .table(payments)
      .in(scope)
      .updateMany({ _id: { $in: ids } }, { $set: marks }, { session });
    for (const payment of live) {
      const { administrationId } = payment;
      const keys = [`payment-left:${payment._id.toHexString()}`];
      await tasks.withdraw(scope, session, { administrationId, keys });
    }
    await events.publish(
      session,
      ...live.map((payment) => ({
        name: 'payment.reversed' as const,
        place: placeOf(payment),
        data: {
          paymentId: payment._id.toHexString(),
          debtorId: payment.debtorId.toHexString(),
          amountCents: payment.amountCents,
        },
      })),
    );
  };
}

function reversingPosting(credit: LedgerEntry, reversal: Reversal): Posting {
  return {
    invoiceId: credit.invoiceId,
    closesAs: 'paid',
    entries: [
      {
        key: `reversal:${credit._id.toHexString()}`,
        kind: 'reversed',
        part: credit.part,
        amountCents: negateCents(cents(credit.amountCents)),
        bookedOn: reversal.on,
        reason: message('ledger.payment-reversed', { reason: reversal.reason }),
        by: reversal.by,
        reversesId: credit._id,
        ...(credit.paymentId ? { paymentId: credit.paymentId } : {}),
      },
    ],
  };
}
