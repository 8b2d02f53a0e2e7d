import {
  type CalendarDate,
  type Cents,
  cents,
  type ClaimPart,
  message,
  negateCents,
  sumCents,
} from '@inning/sdk';
import { costEntries, type Settlement } from '../../claims/index.ts';
import { type Invoice, InvoiceNotFoundError } from '../../invoices/index.ts';
import { type NewEntry, type Posting, splitPayment } from '../../ledger/index.ts';
import { AllocationExceedsPaymentError, AllocationOfOtherDebtorError } from '../payments.errors.ts';
import type { Booking } from './booking.ts';

export const CLAIM_FIELDS = [
  'agencyId',
  'creditorId',
  'administrationId',
  'debtorId',
  'number',
  'dueOn',
  'costState',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
] as const;
export type ClaimOfInvoice = Pick<Invoice, '_id' | (typeof CLAIM_FIELDS)[number]>;
type OpenParts = Record<ClaimPart, Cents> & { invoice: ClaimOfInvoice };

/** What is open while payments are booked on it, one after the other. */
export type OpenBook = {
  /** Lowered as it goes, so that two payments in one batch never pay the same cent. */
  readonly open: Map<string, OpenParts>;
  readonly settlement: Settlement;
  /** Invoices whose announced costs a payment found due; they become claimable. */
  readonly claimed: Map<string, { readonly on: CalendarDate; readonly by: string }>;
};

export const openClaim = (invoice: ClaimOfInvoice): OpenParts => ({
  invoice,
  costs: cents(invoice.costsOpenCents),
  interest: cents(invoice.interestOpenCents),
  principal: cents(invoice.principalOpenCents),
});

/** What a payment does to the ledger: what became due before it, and then its credits. */
export function postingsOf(booking: Booking, book: OpenBook): Posting[] {
  const allocatedCents = sumCents(booking.allocations.map((part) => part.amountCents));
  if (allocatedCents > booking.amountCents) {
    throw new AllocationExceedsPaymentError(booking.amountCents, allocatedCents);
  }
  return booking.allocations.flatMap(({ invoiceId, amountCents }) => {
    const claim = ownClaim(booking, book, invoiceId.toHexString());
    const due = claimDue(booking, book, claim.invoice);
    const entries = settle(booking, claim, { amountCents, settlement: book.settlement });
    return [...due, { invoiceId, entries, closesAs: 'paid' as const }];
  });
}

function ownClaim(booking: Booking, { open }: OpenBook, id: string): OpenParts {
  const claim = open.get(id);
  if (!claim) throw new InvoiceNotFoundError(id);
  const { debtorId, administrationId } = claim.invoice;
  const isOwn =
    debtorId.equals(booking.debtorId) && administrationId.equals(booking.administrationId);
  if (!isOwn) throw new AllocationOfOtherDebtorError(id);
  return claim;
}

/**
 * Costs that became due by law when the term of their letter passed come before a payment after it, whether
 * a flow claimed them yet or not: of the whole letter, whichever of its invoices is paid.
 */
function claimDue({ receivedOn, by }: Booking, book: OpenBook, paid: ClaimOfInvoice): Posting[] {
  const { open, claimed, settlement } = book;
  if (claimed.has(paid._id.toHexString())) return [];
  const due = settlement.dueOn(paid, receivedOn, (id) => open.get(id)?.principal);
  for (const { invoiceId, costsCents } of due) {
    claimed.set(invoiceId, { on: receivedOn, by });
    const claim = open.get(invoiceId);
    if (!claim) continue;
    claim.costs = cents(claim.costs + costsCents);
    claim.invoice = { ...claim.invoice, costState: 'claimable' };
  }
  return costEntries(due, { on: receivedOn, by });
}

type Part = { readonly amountCents: Cents; readonly settlement: Settlement };

function settle(booking: Booking, claim: OpenParts, { amountCents, settlement }: Part): NewEntry[] {
  const { invoice } = claim;
  const id = invoice._id.toHexString();
  const { receivedOn } = booking;
  const grown = interestBefore(claim, amountCents, settlement.grownOn(invoice, receivedOn));
  claim.interest = cents(claim.interest + grown);

  const keeps = settlement.keepsCostsOpen(invoice, receivedOn);
  const order = settlement.orderOf(invoice, receivedOn);
  const credits = splitPayment(
    amountCents,
    { invoiceId: id, ...partsOf(claim) },
    keeps || amountCents < claim.principal ? order : principalFirst(order),
  );
  for (const credit of credits) claim[credit.part] = cents(claim[credit.part] - credit.amountCents);

  const said = { bookedOn: receivedOn, by: booking.by, id };
  const later = booking.round ? `:${booking.round}` : '';
  const key = `payment:${booking._id.toHexString()}${later}`;
  return [
    ...(grown > 0 ? [interestEntry(grown, { ...said, key, number: invoice.number })] : []),
    ...credits.map((credit): NewEntry => ({
      key: `${key}:${id}:${credit.part}`,
      kind: 'credited',
      part: credit.part,
      amountCents: negateCents(credit.amountCents),
      bookedOn: receivedOn,
      reason: message('ledger.payment', { receivedOn }),
      by: booking.by,
      paymentId: booking._id,
    })),
    ...(keeps ? [] : letGo(claim, { ...said, key })),
  ];
}

/** Whoever pays all of the principal is done, where that is agreed: it may not be used up on costs first. */
const principalFirst = (order: readonly ClaimPart[]): readonly ClaimPart[] => [
  'principal',
  ...order.filter((part) => part !== 'principal'),
];

/**
 * Interest that grew since it was demanded last is booked before a payment on account. Who pays what was
 * demanded owes nothing more; who pays more pays the days since as far as it goes.
 */
function interestBefore(claim: OpenParts, amountCents: Cents, grownCents: Cents): Cents {
  const openCents = claim.costs + claim.interest + claim.principal;
  if (amountCents < openCents) return grownCents;
  return cents(Math.min(grownCents, amountCents - openCents));
}

type Said = {
  readonly key: string;
  readonly id: string;
  readonly bookedOn: string;
  readonly by: string;
};

const interestEntry = (
  amountCents: Cents,
  { key, id, bookedOn, by, number }: Said & { readonly number: string },
): NewEntry => ({
  key: `${key}:${id}:grown`,
  kind: 'owed',
  part: 'interest',
  amountCents,
  bookedOn,
  reason: message('ledger.interest', { number, untilOn: bookedOn }),
  by,
});

/** As agreed, what is left of costs and interest ends with the principal; the entry says so. */
function letGo(claim: OpenParts, { key, id, bookedOn, by }: Said): NewEntry[] {
  if (claim.principal > 0) return [];
  return (['costs', 'interest'] as const).flatMap((part): NewEntry[] => {
    const leftCents = claim[part];
    if (leftCents <= 0) return [];
    claim[part] = cents(0);
    const reason = message('ledger.let-go');
    const entry = { key: `${key}:${id}:let-go-${part}`, kind: 'written-off', part } as const;
    return [{ ...entry, amountCents: negateCents(leftCents), bookedOn, reason, by }];
  });
}

const partsOf = ({ costs, interest, principal }: OpenParts) => ({ costs, interest, principal });
