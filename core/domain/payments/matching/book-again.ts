import { cents, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { newId, type Scope, type Store } from '../../../store/index.ts';
import { placeOf } from '../../routing/index.ts';
import type { Booking } from '../booking/booking.ts';
import { type Payment, payments } from '../payment.model.ts';

/** Payments that were reversed by mistake, to be booked once more on the same invoices. */
export async function bookingsAgain(
  store: Store,
  { scope, session }: { readonly scope: Scope; readonly session: ClientSession },
  reversed: readonly Payment[],
): Promise<Booking[]> {
  const lineIds = reversed.flatMap((payment) => payment.bankLineId ?? []);
  const rounds = await store
    .table(payments)
    .in(scope)
    .count({ bankLineId: { $in: lineIds } }, { session });
  return reversed.map((payment) => ({
    ...placeOf(payment),
    _id: newId(),
    key: `${payment.key}:again:${rounds}`,
    debtorId: payment.debtorId,
    bankLineId: payment.bankLineId ?? null,
    amountCents: cents(payment.amountCents),
    receivedOn: payment.receivedOn,
    because: message('payments.booked-again'),
    by: payment.by,
    allocations: payment.allocations.map((part) => ({
      invoiceId: part.invoiceId,
      amountCents: cents(part.amountCents),
    })),
  }));
}
