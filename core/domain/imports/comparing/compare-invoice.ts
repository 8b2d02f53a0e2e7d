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
  const changes: Change[] = [];
  const set: Record<string, unknown> = {};

  for (const field of FIELDS) {
    const from = stored[field] ?? null;
    if (!isNew(field) || isSame(from, said[field])) continue;
    changes.push({ field, from, to: said[field] });
    set[field] = said[field];
  }
  const hasNewTotal = isNew('totalCents') && stored.totalCents !== file.totalCents;
  if (hasNewTotal) {
    changes.push({ field: 'totalCents', from: stored.totalCents, to: file.totalCents });
  }
  const openCents = principalAfter(stored, hasNewTotal ? file.totalCents : stored.totalCents);
  const hasNewOpen = file.openCents !== null && isNew('openCents') && file.openCents < openCents;
  if (hasNewOpen) changes.push({ field: 'openCents', from: openCents, to: file.openCents });

  const isNews = Object.keys(said).some(isNew);
  return {
    changes,
    correction: {
      invoice: stored,
      set,
      totalCents: hasNewTotal ? file.totalCents : null,
      openCents: hasNewOpen ? file.openCents : null,
    },
    imported: isNews ? { ...last, ...said } : null,
  };
}

/** What is open of the principal when the total changes; never less than nothing. */
const principalAfter = (stored: Invoice, totalCents: number): Cents =>
  maxCents(cents(0), cents(stored.principalOpenCents + totalCents - stored.totalCents));
