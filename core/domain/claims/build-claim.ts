import type { CalendarDate, Claim, ClaimInvoice } from '@inning/sdk';
import type { Administration } from '../administrations/index.ts';
import type { Creditor } from '../creditors/index.ts';
import type { Debtor } from '../debtors/index.ts';
import type { Invoice } from '../invoices/index.ts';
import { claimInvoice } from './claim-invoice.ts';
import type { LawOfClaim } from './law/law-of-claim.ts';
import { withLaw } from './law/with-law.ts';

export type ClaimSources = {
  readonly debtor: Debtor;
  /** Open invoices of the subject. */
  readonly invoices: readonly Invoice[];
  readonly administration: Administration;
  readonly creditor: Pick<Creditor, '_id' | 'name'>;
  /** Left out, only what is booked counts: nothing is computed. */
  readonly law?: LawOfClaim;
};

/** What is owed on a day, in the documented shape. Pure: the same facts give the same claim. */
export function buildClaim(sources: ClaimSources, today: CalendarDate): Claim {
  const { debtor, administration, creditor } = sources;
  const open = sources.invoices.filter((invoice) => invoice.openCents > 0);
  const booked = open.map((invoice) => claimInvoice(invoice, today));
  const invoices = withLaw(booked, { ...sources, invoices: open }, today).sort(byDueDay);
  return {
    currency: administration.currency,
    ...claimTotals(invoices),
    promisedOn: debtor.promisedOn ?? null,
    debtor: {
      id: String(debtor._id),
      number: debtor.number,
      kind: debtor.kind,
      name: debtor.name,
      language: debtor.language,
      email: letterAddress(debtor),
      mobile: debtor.mobile ?? null,
      country: debtor.invoiceAddress?.country ?? administration.country,
      behaviour: {
        class: debtor.behaviour.class,
        averageTermDays: debtor.behaviour.averageTermDays ?? null,
        variationDays: debtor.behaviour.variationDays ?? null,
        paidCount: debtor.behaviour.paidCount,
      },
    },
    administration: { id: String(administration._id), name: administration.name },
    creditor: { id: String(creditor._id), name: creditor.name },
  };
}

type Totals = Pick<
  Claim,
  | 'invoices'
  | 'openCents'
  | 'principalCents'
  | 'costsCents'
  | 'interestCents'
  | 'announcedCents'
  | 'overdueCents'
  | 'invoiceCount'
  | 'daysOverdue'
  | 'oldestInvoicedOn'
  | 'oldestDueOn'
  | 'costState'
  | 'hasDispute'
>;

/** What follows from the open invoices alone, given oldest due date first. */
export function claimTotals(invoices: readonly ClaimInvoice[]): Totals {
  const overdue = invoices.filter((invoice) => invoice.daysOverdue > 0 && !invoice.isDisputed);
  // What is not yet due or disputed is not demanded: dates and cost state look at the rest when there is any.
  const relevant = overdue.length > 0 ? overdue : invoices;
  return {
    invoices: [...invoices],
    openCents: sum(invoices, (one) => one.openCents),
    principalCents: sum(invoices, (one) => one.principalCents),
    costsCents: sum(invoices, (one) => one.costsCents),
    interestCents: sum(invoices, (one) => one.interestCents),
    announcedCents: sum(invoices, (one) => one.announcedCents),
    overdueCents: sum(overdue, (one) => one.openCents),
    invoiceCount: invoices.length,
    daysOverdue: Math.max(0, ...overdue.map((one) => one.daysOverdue)),
    oldestInvoicedOn: least(relevant.map((one) => one.invoicedOn)),
    oldestDueOn: relevant[0]?.dueOn ?? null,
    costState: highestCostState(relevant),
    hasDispute: invoices.some((one) => one.isDisputed),
  };
}

/** The debtor's own address, else that of the contact who gets the letters. */
function letterAddress(debtor: Debtor): string | null {
  if (debtor.email) return debtor.email;
  return debtor.contacts.find((contact) => contact.getsLetters && contact.email)?.email ?? null;
}

const byDueDay = (a: ClaimInvoice, b: ClaimInvoice) =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number < b.number ? -1 : 1;

const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

const least = (days: readonly CalendarDate[]) =>
  days.reduce<CalendarDate | null>((min, day) => (min === null || day < min ? day : min), null);

function highestCostState(invoices: readonly ClaimInvoice[]): Claim['costState'] {
  if (invoices.some((one) => one.costState === 'claimable')) return 'claimable';
  return invoices.some((one) => one.costState === 'announced') ? 'announced' : 'none';
}
