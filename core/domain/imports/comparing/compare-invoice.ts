import {
  addDays,
  type CalendarDate,
  type Cents,
  cents,
  type ImportedInvoice,
  maxCents,
} from '@inning/sdk';
import type { Invoice, InvoiceCorrection } from '../../invoices/index.ts';
import { type Change, isSame } from './compare-debtor.ts';

/** What a file says of an invoice; what it does not say is not in it. */
export type SaidOfInvoice = Readonly<Record<string, unknown>>;
export type InvoiceComparison = {
  readonly changes: readonly Change[];
  readonly correction: Omit<InvoiceCorrection, 'documents' | 'by' | 'on'>;
  /** Null when the file says nothing new. */
  readonly imported: SaidOfInvoice | null;
};

export function saidOfInvoice(invoice: ImportedInvoice): SaidOfInvoice {
  const said: Record<string, unknown> = {
    totalCents: invoice.totalCents,
    invoicedOn: invoice.invoicedOn,
    dueOn: invoice.dueOn,
    description: invoice.description,
    paymentReference: invoice.paymentReference,
    openCents: invoice.openCents,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

/** The due date of the file, else what the administration usually gives. */
export const dueOnOf = (invoice: ImportedInvoice, paymentTermDays: number): CalendarDate =>
  invoice.dueOn ?? addDays(invoice.invoicedOn, paymentTermDays);

const FIELDS = ['invoicedOn', 'dueOn', 'description', 'paymentReference'] as const;

/**
 * What a file changes of an invoice. A field counts when the file says something else than it did last
 * time. An open amount counts only when it is lower than ours: the bookkeeping knows of a payment that
 * we do not. When it is higher we know of one that it does not, and ours stays.
 */
export function compareInvoice(stored: Invoice, file: ImportedInvoice): InvoiceComparison {
  const said = saidOfInvoice(file);
  const last = (stored.imported ?? {}) as SaidOfInvoice;
  const isNew = (field: string) => field in said && !isSame(last[field], said[field]);
  const fields = FIELDS.filter((field) => isNew(field) && !isSame(stored[field], said[field]));
  const amounts = compareAmounts(stored, file, isNew);
  return {
    changes: [
      ...fields.map((field) => ({ field, from: stored[field] ?? null, to: said[field] })),
      ...amounts.changes,
    ],
    correction: {
      invoice: stored,
      set: Object.fromEntries(fields.map((field) => [field, said[field]])),
      totalCents: amounts.totalCents,
      openCents: amounts.openCents,
    },
    imported: Object.keys(said).some(isNew) ? { ...last, ...said } : null,
  };
}

type Amounts = {
  readonly totalCents: Cents | null;
  readonly openCents: Cents | null;
  readonly changes: readonly Change[];
};

function compareAmounts(
  stored: Invoice,
  file: ImportedInvoice,
  isNew: (field: string) => boolean,
): Amounts {
  const changes: Change[] = [];
  const hasNewTotal = isNew('totalCents') && stored.totalCents !== file.totalCents;
  const totalCents = hasNewTotal ? file.totalCents : null;
  if (hasNewTotal) {
    changes.push({ field: 'totalCents', from: stored.totalCents, to: file.totalCents });
  }
  const ours = principalAfter(stored, totalCents ?? stored.totalCents);
  const theirs = isNew('openCents') ? file.openCents : null;
  const openCents = theirs !== null && theirs < ours ? theirs : null;
  if (openCents !== null) changes.push({ field: 'openCents', from: ours, to: openCents });
  return { totalCents, openCents, changes };
}

/** What is open of the principal when the total changes; never less than nothing. */
const principalAfter = (stored: Invoice, totalCents: number): Cents =>
  maxCents(cents(0), cents(stored.principalOpenCents + totalCents - stored.totalCents));
