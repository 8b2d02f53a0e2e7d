import {
  addDays,
  type CalendarDate,
  type ClaimInvoice,
  type ClaimPart,
  type LegalGround,
  type LegalRemark,
  type Localized,
  message,
  type Message,
} from '@inning/sdk';
import type { Invoice } from '../../invoices/index.ts';
import type { DueCosts } from '../law/due-costs.ts';
import { asksInterest, interestOn } from '../law/interest-on.ts';
import type { ClaimEntry } from '../law/law-of-claim.ts';
import { arithmeticOfCosts } from './arithmetic-of-costs.ts';
import type { Asking } from './asking.ts';

/** A line of a claim; the amounts of all lines add up to what is open. */
export type SpecificationLine = {
  readonly part: ClaimPart;
  readonly kind: 'owed' | 'paid' | 'waived' | 'reversed';
  readonly invoiceId: string;
  readonly number: string;
  readonly on: CalendarDate;
  readonly amountCents: number;
  readonly ground: LegalGround | null;
  /** How the amount was computed, in order. */
  readonly arithmetic: readonly Localized[];
  /** Why the ledger holds it, or will once costs that are owed are claimed; null for computed interest. */
  readonly reason: Message | null;
};
/** Costs of the invoice that are owed by law and not booked yet. */
type Telling = Asking & { readonly due: DueCosts | null };

/** Everything that was booked on an invoice up to a day, with interest by its periods instead of by bookings. */
export function linesOfInvoice(
  claim: ClaimInvoice,
  invoice: Invoice,
  asking: Telling,
): { readonly lines: readonly SpecificationLine[]; readonly remarks: readonly LegalRemark[] } {
  const { law, on } = asking;
  const entries = law.entriesOf(claim.id).filter(({ bookedOn }) => bookedOn <= on);
  const isInterestOwed = ({ part, kind }: ClaimEntry) => part === 'interest' && kind === 'owed';
  const grown = asksInterest(asking.due ? { costState: 'claimable' } : claim, law)
    ? interestOn({ ...claim, debtorKind: asking.debtorKind }, law, on)
    : null;
  const kept = grown ? entries.filter((entry) => !isInterestOwed(entry)) : entries;
  const lines = [...kept, ...dueEntry(asking.due, invoice)].map((entry) =>
    lineOf(entry, invoice, asking),
  );
  if (!grown) return { lines, remarks: [] };

  const interest = grown.periods
    .filter(({ amountCents }) => amountCents !== 0)
    .map((period): SpecificationLine => ({
      ...placeOf(invoice),
      part: 'interest',
      kind: 'owed',
      on: addDays(period.to, -1),
      amountCents: period.amountCents,
      ground: grown.ground,
      arithmetic: [period.sentence],
      reason: null,
    }));
  const paid = lines.filter(({ part }) => part === 'interest');
  const restCents = claim.interestCents - total(interest) - total(paid);
  const booked = entries.findLast(isInterestOwed);
  // What was demanded stays, even where a payment was taken back since or another rate was agreed.
  const rest =
    booked && restCents !== 0
      ? [{ ...lineOf(booked, invoice, asking), amountCents: restCents }]
      : [];
  return { lines: [...lines, ...interest, ...rest], remarks: grown.remarks };
}

/** As it will stand in the ledger once it is claimed. */
function dueEntry(due: DueCosts | null, { _id }: Invoice): ClaimEntry[] {
  if (!due || due.costsCents === 0) return [];
  const reason = message('ledger.costs', due.facts);
  const amount = { amountCents: due.costsCents, bookedOn: due.claimableOn, reversesId: null };
  return [{ _id, invoiceId: _id, kind: 'owed', part: 'costs', ...amount, reason }];
}

const total = (lines: readonly SpecificationLine[]) =>
  lines.reduce((sum, { amountCents }) => sum + amountCents, 0);

const placeOf = ({ _id, number }: Invoice) => ({ invoiceId: String(_id), number });

const KINDS = {
  owed: 'owed',
  credited: 'paid',
  'written-off': 'waived',
  reversed: 'reversed',
} as const;

function lineOf(entry: ClaimEntry, invoice: Invoice, asking: Asking): SpecificationLine {
  const part = entry.part === 'administration-costs' ? 'costs' : entry.part;
  const isCosts = part === 'costs' && entry.kind === 'owed';
  const { ground, arithmetic } = isCosts
    ? arithmeticOfCosts(entry, invoice, asking)
    : { ground: null, arithmetic: [] };
  return {
    ...placeOf(invoice),
    part,
    kind: KINDS[entry.kind],
    on: entry.bookedOn,
    amountCents: entry.amountCents,
    ground,
    arithmetic,
    reason: (entry.reason as Message | undefined) ?? null,
  };
}
