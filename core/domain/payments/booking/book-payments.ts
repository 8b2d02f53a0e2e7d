import type { CalendarDate, Cents, Message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import { claimedByLaw } from '../../claims/index.ts';
import { invoices } from '../../invoices/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { leftOverTask } from './left-over-task.ts';
import {
  CLAIM_FIELDS,
  type ClaimOfInvoice,
  type OpenBook,
  openClaim,
  postingsOf,
} from './postings-of.ts';

export type Allocation = { readonly invoiceId: Id; readonly amountCents: Cents };
export type Booking = AdministrationKey & {
  readonly _id: Id;
  /** Unique in the administration: booking it again changes nothing. */
  readonly key: string;
  readonly debtorId: Id;
  readonly bankLineId: Id | null;
  readonly amountCents: Cents;
  readonly receivedOn: CalendarDate;
  readonly because: Message;
  readonly by: string;
  readonly allocations: readonly Allocation[];
};

/**
 * Books payments in the caller's transaction: each allocation reduces costs, interest and principal in the
 * order of the law or of an agreement, after announced costs that the law made due. What is not allocated is a task. Announces `payment.matched`, and the ledger
 * `invoice.paid`. Throws `PaymentExceedsClaimError`, `AllocationExceedsPaymentError`,
 * `AllocationOfOtherDebtorError` and `InvoiceNotFoundError`.
 */
export function createBookPayments({
  store,
  clock,
  events,
  ledger,
  tasks,
  readSettlement,
}: PaymentsDeps) {
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

    const ids = fresh.flatMap((one) => one.allocations.map((part) => part.invoiceId));
    const found: ClaimOfInvoice[] = await store
      .table(invoices)
      .in(scope)
      .find({ _id: { $in: ids } }, { session, fields: CLAIM_FIELDS });
    const open = new Map(found.map((invoice) => [invoice._id.toHexString(), openClaim(invoice)]));
    const settlement = await readSettlement(scope, session, found);
    const book: OpenBook = { open, settlement, claimed: new Map() };
    // The oldest first: what came within a term lowers the costs that a later one finds due.
    const postings = fresh.toSorted(byDay).flatMap((one) => postingsOf(one, book));

    const at = clock.now();
    await table.insertRaw(
      fresh.map((one) => paymentRow(one, at)),
      { session },
    );
    const changes = [...book.claimed].flatMap(([id, its]) => claimedByLaw([id], { ...its, at }));
    await store.table(invoices).in(scope).bulk(changes, { session });
    await ledger.post(scope, session, postings);
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

const byDay = (a: Booking, b: Booking) => a.receivedOn.localeCompare(b.receivedOn);

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
