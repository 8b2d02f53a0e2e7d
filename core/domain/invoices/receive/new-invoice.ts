import { type CalendarDate, type Cents, message, negateCents, subtractCents } from '@inning/sdk';
import { type AdministrationKey, type Id, newId } from '../../../store/index.ts';
import type { Caches, NewEntry } from '../../ledger/index.ts';
import type { Invoice } from '../invoice.model.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import { matchKeys } from '../match-keys.ts';

/** An invoice as it is received: checked by whoever read it, with its debtor found. */
export type NewInvoice = {
  readonly debtorId: Id;
  readonly number: string;
  readonly currency: string;
  readonly totalCents: Cents;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly description?: string | null;
  readonly paymentReference?: string | null;
  /** What the bookkeeping sees open; without it, all of it. */
  readonly openCents?: Cents | null;
  readonly documents?: readonly InvoiceDocument[];
  /** What the file said, kept to compare the next file with. */
  readonly imported?: Readonly<Record<string, unknown>>;
};
export type Receipt = { readonly by: string; readonly on: CalendarDate; readonly at: Date };

/** The whole row, so that thousands can be written in one go. The caches come from the ledger. */
export function invoiceRow(
  place: AdministrationKey & { readonly _id: Id },
  news: NewInvoice,
  made: Receipt & { readonly caches: Caches },
): Invoice {
  return {
    _id: place._id,
    agencyId: place.agencyId,
    creditorId: place.creditorId,
    administrationId: place.administrationId,
    debtorId: news.debtorId,
    number: news.number,
    currency: news.currency,
    totalCents: news.totalCents,
    invoicedOn: news.invoicedOn,
    dueOn: news.dueOn,
    description: news.description ?? null,
    paymentReference: news.paymentReference ?? null,
    matchKeys: matchKeys({ number: news.number, paymentReference: news.paymentReference ?? null }),
    imported: news.imported ?? null,
    ...made.caches,
    costState: 'none',
    announcedOn: null,
    claimableOn: null,
    disputedAt: null,
    paidOn: null,
    handedOverAt: null,
    documents: [...(news.documents ?? [])],
    history: [{ at: made.at, status: 'received', by: made.by, reason: null }],
    createdAt: made.at,
    updatedAt: made.at,
  } as unknown as Invoice;
}

/** The whole amount is owed; what the bookkeeping saw paid before we knew of it is taken off. */
export function openingEntries(news: NewInvoice, made: Receipt): NewEntry[] {
  const owed: NewEntry = {
    key: `invoice:${news.number}`,
    kind: 'owed',
    part: 'principal',
    amountCents: news.totalCents,
    bookedOn: news.invoicedOn,
    reason: message('ledger.principal', { number: news.number }),
    by: made.by,
  };
  const openCents = news.openCents ?? news.totalCents;
  const paidCents = subtractCents(news.totalCents, openCents);
  if (paidCents <= 0) return [owed];
  const known: NewEntry = {
    key: `bookkeeping:${newId().toHexString()}`,
    kind: 'credited',
    part: 'principal',
    amountCents: negateCents(paidCents),
    bookedOn: made.on,
    reason: message('ledger.bookkeeping-says', { openCents }),
    by: made.by,
  };
  return [owed, known];
}
