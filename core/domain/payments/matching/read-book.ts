import {
  type CalendarDate,
  cents,
  type MatchBook,
  type MatchDebtor,
  type MatchInvoice,
} from '@inning/sdk';
import type { Id, Store } from '../../../store/index.ts';
import { type Debtor, debtors } from '../../debtors/index.ts';
import { toId } from '../../routing/index.ts';
import { type Invoice, invoices } from '../../invoices/index.ts';
import { addLaw, type LawOfBook } from './add-law.ts';
import type { BookOfAdministration, BookPlace } from './book-of-administration.ts';

const INVOICE_FIELDS = [
  'debtorId',
  'number',
  'paymentReference',
  'description',
  'dueOn',
  'costState',
  'totalCents',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
] as const;
const DEBTOR_FIELDS = ['name', 'number', 'kind', 'ibans'] as const;
const AT_ONCE = 10_000;

/**
 * Reads every open invoice of the administration and the debtors who owe them: a row at a time and only
 * the fields a matcher sees, so that a large book is in memory once. What is open of an invoice is what is owed
 * of it on that day.
 */
export async function readBook(
  deps: LawOfBook,
  place: BookPlace & { readonly on: CalendarDate },
): Promise<BookOfAdministration> {
  const { store } = deps;
  const { administration } = place;
  const { name, iban, accountName, senderName } = administration;
  const book: BookOfAdministration = {
    invoices: new Map(),
    debtors: new Map(),
    ownNames: distinct([name, accountName, senderName]),
    ownAccounts: distinct([iban]),
  };
  const filter = { openCents: { $gt: 0 } };
  const announcedIds = await addInvoices(store, book, { ...place, filter });
  await addLaw(deps, book, { ...place, announcedIds });
  await addOwners(store, book, place);
  return book;
}

type Filter = Readonly<Record<string, unknown>>;

/** What is open now of invoices of the book that were paid since it was read. */
export async function readAgain(
  deps: LawOfBook,
  book: BookOfAdministration,
  { ids, ...place }: BookPlace & { readonly on: CalendarDate; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const announcedIds: string[] = [];
  const filter = { _id: { $in: ids.map(toId) } };
  for await (const invoice of streamInvoices(deps.store, { ...place, filter })) {
    const id = invoice._id.toHexString();
    // In its old place: who is first in a book may matter to a matcher.
    book.invoices.set(id, invoiceOf(id, invoice));
    if (invoice.costState !== 'none') announcedIds.push(id);
  }
  await addLaw(deps, book, { ...place, announcedIds, only: ids });
}

/** Answers which of them had costs announced or claimed. */
export async function addInvoices(
  store: Store,
  book: BookOfAdministration,
  { scope, administration, filter }: BookPlace & { readonly filter: Filter },
): Promise<readonly string[]> {
  const announcedIds: string[] = [];
  for await (const invoice of streamInvoices(store, { scope, administration, filter })) {
    const id = invoice._id.toHexString();
    if (!book.invoices.has(id)) book.invoices.set(id, invoiceOf(id, invoice));
    if (invoice.costState !== 'none') announcedIds.push(id);
  }
  return announcedIds;
}

function streamInvoices(
  store: Store,
  { scope, administration, filter }: BookPlace & { readonly filter: Filter },
) {
  const { _id: administrationId, currency } = administration;
  return store
    .table(invoices)
    .in(scope)
    .stream({ administrationId, currency, ...filter } as never, { fields: INVOICE_FIELDS });
}

/** The debtors of the invoices that are in the book and not known yet. */
export async function addOwners(
  store: Store,
  book: BookOfAdministration,
  place: BookPlace,
): Promise<void> {
  const missing = new Set<string>();
  for (const { debtorId } of book.invoices.values()) {
    if (!book.debtors.has(debtorId)) missing.add(debtorId);
  }
  const ids = [...missing];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await addDebtors(store, book, { ...place, filter: { _id: { $in: some } } });
  }
}

export async function addDebtors(
  store: Store,
  book: BookOfAdministration,
  { scope, administration, filter }: BookPlace & { readonly filter: Filter },
): Promise<void> {
  const rows = store
    .table(debtors)
    .in(scope)
    .stream({ administrationId: administration._id, ...filter } as never, {
      fields: DEBTOR_FIELDS,
    });
  for await (const debtor of rows) {
    const id = debtor._id.toHexString();
    if (!book.debtors.has(id)) book.debtors.set(id, debtorOf(id, debtor));
  }
}

/** As a matcher gets it. */
export const matchBookOf = (
  book: BookOfAdministration,
  more: Pick<MatchBook, 'facts' | 'earlier'>,
): MatchBook => ({
  ownNames: book.ownNames,
  ownAccounts: book.ownAccounts,
  debtors: [...book.debtors.values()],
  invoices: [...book.invoices.values()],
  // Payment plans are not a noun yet; when they are, their open instalments go here.
  plans: [],
  ...more,
});

const distinct = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => typeof text === 'string' && text !== '')),
];

type FoundInvoice = Pick<Invoice, (typeof INVOICE_FIELDS)[number]>;
type FoundDebtor = Pick<Debtor, (typeof DEBTOR_FIELDS)[number]> & { readonly _id: Id };

const invoiceOf = (invoiceId: string, invoice: FoundInvoice): MatchInvoice => ({
  invoiceId,
  debtorId: invoice.debtorId.toHexString(),
  number: invoice.number,
  paymentReference: invoice.paymentReference ?? null,
  description: invoice.description ?? null,
  dueOn: invoice.dueOn,
  totalCents: cents(invoice.totalCents),
  principalCents: cents(invoice.principalOpenCents),
  costsCents: cents(invoice.costsOpenCents),
  interestCents: cents(invoice.interestOpenCents),
});

const debtorOf = (debtorId: string, debtor: FoundDebtor): MatchDebtor => ({
  debtorId,
  number: debtor.number,
  kind: debtor.kind === 'consumer' ? 'consumer' : 'business',
  name: debtor.name,
  accounts: [...debtor.ibans],
});
