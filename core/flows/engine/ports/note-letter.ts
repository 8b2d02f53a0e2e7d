import type { CalendarDate, Claim, Locale } from '@inning/sdk';
import {
  type AnnouncingLetter,
  announcingLetter,
  dueCosts,
  findLetterFaults,
  interestBookings,
} from '../../../domain/claims/index.ts';
import type { Effect } from '../moves/index.ts';
import type { Facts } from '../facts/index.ts';

/** The costs that a letter of this moment announces. */
// oxlint-disable-next-line max-params -- facts, their day, and what is not written yet
export function announcedBy(
  facts: Facts,
  today: CalendarDate,
  pending: readonly Effect[],
): AnnouncingLetter | null {
  const rows = facts.invoicesOn(today, pending);
  if (!rows.some(({ costState }) => costState === 'announced')) return null;
  const asking = { law: facts.lawOn(today), debtorKind: facts.debtor.kind };
  return announcingLetter(rows, asking, today);
}

type Known = {
  readonly facts: Facts;
  readonly today: CalendarDate;
  readonly claim: Claim;
  readonly pending: readonly Effect[];
};
type SentLetter = {
  readonly communicationId: string;
  readonly text: string | null;
  readonly language: Locale;
  readonly announces: AnnouncingLetter | null;
};

/** What follows from a letter that left: it may have announced costs, and demanded what is due by law. */
export function noteLetter(known: Known, sent: SentLetter): Effect[] {
  const { facts, today, claim, pending } = known;
  const demanded = claim.invoices.filter((one) => one.daysOverdue > 0 && !one.isDisputed);
  const rows = facts.invoicesOn(today, pending);
  const bookings = interestBookings(demanded, rows);
  const due = dueCosts(rows, { law: facts.lawOn(today), debtorKind: facts.debtor.kind }, today);
  return [
    ...(due.length > 0 ? [{ kind: 'make-costs-claimable', bookings: due } as const] : []),
    ...(sent.announces ? [announcementOf(known, { ...sent, announces: sent.announces })] : []),
    ...(bookings.length > 0 ? [{ kind: 'book-interest', bookings } as const] : []),
  ];
}

function announcementOf(
  { facts, today, pending }: Known,
  { announces, communicationId, ...sent }: SentLetter & { readonly announces: AnnouncingLetter },
): Effect {
  const own = new Map(facts.invoicesOn(today, pending).map((one) => [String(one._id), one]));
  const all = facts.allInvoices.map((one) => own.get(String(one._id)) ?? one);
  const asking = { law: facts.lawOn(today), debtorKind: facts.debtor.kind };
  const findings = findLetterFaults({ ...sent, letter: announces, sentOn: today, all }, asking);
  return {
    kind: 'note-announcement',
    invoiceIds: announces.invoiceIds,
    announcement: {
      id: communicationId,
      sentOn: today,
      channel: 'mail',
      dueOn: announces.dueOn,
      statedCents: announces.costsCents,
      faults: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    },
  };
}
