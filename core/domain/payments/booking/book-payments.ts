import {
  type CalendarDate,
  type Cents,
  cents,
  message,
  type Message,
  negateCents,
  sumCents,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, Id, Scope } from '../../../store/index.ts';
import { type Invoice, InvoiceNotFoundError, invoices } from '../../invoices/index.ts';
import { type NewEntry, type Posting, splitPayment } from '../../ledger/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import { AllocationExceedsPaymentError, AllocationOfOtherDebtorError } from '../payments.errors.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { leftOverTask } from './left-over-task.ts';

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
 * Books payments in the caller's transaction: each allocation reduces costs, then interest, then
 * principal. What is not allocated is a task. Announces `payment.matched`, and the ledger
 * `invoice.paid`. Throws `PaymentExceedsClaimError`, `AllocationExceedsPaymentError`,
 * `AllocationOfOtherDebtorError` and `InvoiceNotFoundError`.
 */
export function createBookPayments({ store, clock, events, ledger, tasks }: PaymentsDeps) {
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
    const postings = fresh.flatMap((one) => postingsOf(one, open));

    const at = clock.now();
    await table.insertRaw(
      fresh.map((one) => paymentRow(one, at)),
      { session },
    );
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

const CLAIM_FIELDS = [
  'administrationId',
  'debtorId',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
] as const;
type ClaimOfInvoice = Pick<Invoice, '_id' | (typeof CLAIM_FIELDS)[number]>;
type OpenParts = {
  readonly invoice: ClaimOfInvoice;
  costs: Cents;
  interest: Cents;
  principal: Cents;
};

const openClaim = (invoice: ClaimOfInvoice): OpenParts => ({
  invoice,
  costs: cents(invoice.costsOpenCents),
  interest: cents(invoice.interestOpenCents),
  principal: cents(invoice.principalOpenCents),
});

/** Takes from `open` as it goes, so that two payments in one batch never pay the same cent. */
function postingsOf(booking: Booking, open: Map<string, OpenParts>): Posting[] {
  const allocatedCents = sumCents(booking.allocations.map((part) => part.amountCents));
  if (allocatedCents > booking.amountCents) {
    throw new AllocationExceedsPaymentError(booking.amountCents, allocatedCents);
  }
  return booking.allocations.map(({ invoiceId, amountCents }) => {
    const id = invoiceId.toHexString();
    const claim = open.get(id);
    if (!claim) throw new InvoiceNotFoundError(id);
    const isOwn =
      claim.invoice.debtorId.equals(booking.debtorId) &&
      claim.invoice.administrationId.equals(booking.administrationId);
    if (!isOwn) throw new AllocationOfOtherDebtorError(id);
    const credits = splitPayment(amountCents, { invoiceId: id, ...partsOf(claim) });
    for (const credit of credits)
      claim[credit.part] = cents(claim[credit.part] - credit.amountCents);
    const entries = credits.map((credit): NewEntry => ({
      key: `payment:${booking._id.toHexString()}:${id}:${credit.part}`,
      kind: 'credited',
      part: credit.part,
      amountCents: negateCents(credit.amountCents),
      bookedOn: booking.receivedOn,
      reason: message('ledger.payment', { receivedOn: booking.receivedOn }),
      by: booking.by,
      paymentId: booking._id,
    }));
    return { invoiceId, entries, closesAs: 'paid' };
  });
}

const partsOf = ({ costs, interest, principal }: OpenParts) => ({ costs, interest, principal });

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
