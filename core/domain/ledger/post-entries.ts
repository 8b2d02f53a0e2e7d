import { type Cents, cents, type Clock, type Message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher, NewEvent } from '../../events/index.ts';
import { type Id, newId, type Scope, type ScopedTable, type Store } from '../../store/index.ts';
import { type Invoice, InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { placeOf } from '../routing/index.ts';
import { applyEntries, type Caches } from './apply-entries.ts';
import { ledgerEntries, type LedgerEntry } from './ledger-entry.model.ts';
import { entryRow, type NewEntry } from './new-entry.ts';

/** What closed an invoice; only `paid` counts as payment behaviour. */
export type ClosesAs = 'paid' | 'credited' | 'written-off';

export type Posting = {
  readonly invoiceId: Id;
  readonly entries: readonly NewEntry[];
  /** How the invoice is called when nothing is open after this. */
  readonly closesAs: ClosesAs;
};
export type PostedInvoice = {
  readonly invoiceId: Id;
  readonly debtorId: Id;
  readonly openCents: Cents;
  readonly hasClosed: boolean;
};
export type LedgerDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
};
export type PostEntries = (
  scope: Scope,
  session: ClientSession,
  postings: readonly Posting[],
) => Promise<PostedInvoice[]>;

const POSTING_FIELDS = [
  'agencyId',
  'creditorId',
  'administrationId',
  'debtorId',
  'openCents',
  'principalOpenCents',
  'costsOpenCents',
  'interestOpenCents',
] as const;
type PostingInvoice = Pick<Invoice, '_id' | (typeof POSTING_FIELDS)[number]>;

/**
 * Adds entries and brings the caches of their invoices along, in the caller's transaction. Keys that
 * are there already are passed over. Announces `invoice.paid` and `invoice.credited`. Throws
 * `InvoiceNotFoundError` and `LedgerOverdrawnError`; the caller's transaction then leaves no trace.
 */
export function createPostEntries({ store, clock, events }: LedgerDeps): PostEntries {
  return async (scope, session, postings) => {
    if (postings.length === 0) return [];
    const merged = mergeByInvoice(postings);
    const entryTable = store.table(ledgerEntries).in(scope);
    const invoiceTable = store.table(invoices).in(scope);

    const found: PostingInvoice[] = await invoiceTable.find(
      { _id: { $in: [...merged.values()].map((one) => one.invoiceId) } },
      { session, fields: POSTING_FIELDS },
    );
    const byId = new Map(found.map((invoice) => [invoice._id.toHexString(), invoice]));
    for (const id of merged.keys()) if (!byId.has(id)) throw new InvoiceNotFoundError(id);
    const known = await knownKeys(entryTable, session, { found, postings });

    const at = clock.now();
    const changes = [...merged].flatMap(([id, posting]) => {
      const invoice = byId.get(id) as PostingInvoice;
      const entries = posting.entries.filter((entry) => !known.has(keyOf(invoice, entry.key)));
      return entries.length === 0 ? [] : [changeOf(invoice, { ...posting, entries }, at)];
    });
    await entryTable.insertRaw(
      changes.flatMap(({ invoice, entries }) =>
        entries.map((entry) =>
          entryRow(newId(), { ...placeOf(invoice), ...ids(invoice) }, { ...entry, at }),
        ),
      ),
      { session },
    );
    await invoiceTable.bulk(
      changes.map((change) => ({ filter: { _id: change.invoice._id }, update: change.update })),
      { session },
    );
    await events.publish(session, ...changes.flatMap((change) => change.events));
    return changes.map((change) => change.posted);
  };
}

const ids = (invoice: PostingInvoice) => ({ invoiceId: invoice._id, debtorId: invoice.debtorId });
const keyOf = (invoice: { administrationId: Id }, key: string) =>
  `${invoice.administrationId.toHexString()} ${key}`;

function mergeByInvoice(postings: readonly Posting[]): Map<string, Posting> {
  const merged = new Map<string, Posting>();
  for (const posting of postings) {
    const id = posting.invoiceId.toHexString();
    const before = merged.get(id);
    merged.set(
      id,
      before ? { ...posting, entries: [...before.entries, ...posting.entries] } : posting,
    );
  }
  return merged;
}

async function knownKeys(
  table: ScopedTable<LedgerEntry>,
  session: ClientSession,
  batch: { found: readonly PostingInvoice[]; postings: readonly Posting[] },
): Promise<Set<string>> {
  const rows = await table.find(
    {
      administrationId: { $in: uniqueAdministrations(batch.found) },
      key: { $in: batch.postings.flatMap((posting) => posting.entries.map((one) => one.key)) },
    },
    { session, fields: ['administrationId', 'key'] },
  );
  return new Set(rows.map((row) => keyOf(row, row.key)));
}

const uniqueAdministrations = (found: readonly PostingInvoice[]): Id[] => [
  ...new Map(
    found.map((one) => [one.administrationId.toHexString(), one.administrationId]),
  ).values(),
];

const cachesOf = (invoice: PostingInvoice): Caches => ({
  openCents: cents(invoice.openCents),
  principalOpenCents: cents(invoice.principalOpenCents),
  costsOpenCents: cents(invoice.costsOpenCents),
  interestOpenCents: cents(invoice.interestOpenCents),
});

type Change = {
  readonly invoice: PostingInvoice;
  readonly entries: readonly NewEntry[];
  readonly update: object;
  readonly events: readonly NewEvent[];
  readonly posted: PostedInvoice;
};

function changeOf(invoice: PostingInvoice, posting: Posting, at: Date): Change {
  const id = invoice._id.toHexString();
  const after = applyEntries(cachesOf(invoice), posting.entries, id);
  const hasClosed = invoice.openCents > 0 && after.openCents === 0;
  const hasReopened = invoice.openCents === 0 && after.openCents > 0;
  const last = posting.entries.at(-1) as NewEntry;
  const paidOn = hasClosed && posting.closesAs === 'paid' ? last.bookedOn : null;
  const status = hasClosed ? posting.closesAs : hasReopened ? 'reopened' : null;
  const debtorId = invoice.debtorId.toHexString();

  return {
    invoice,
    entries: posting.entries,
    update: {
      $set: { ...after, updatedAt: at, ...(hasClosed || hasReopened ? { paidOn } : {}) },
      ...(status ? { $push: { history: statusChange(status, at, last) } } : {}),
    },
    events: eventsOf({ id, debtorId, paidOn, invoice, entries: posting.entries }),
    posted: {
      invoiceId: invoice._id,
      debtorId: invoice.debtorId,
      openCents: after.openCents,
      hasClosed,
    },
  };
}

function eventsOf(change: {
  id: string;
  debtorId: string;
  paidOn: string | null;
  invoice: PostingInvoice;
  entries: readonly NewEntry[];
}): NewEvent[] {
  const place = placeOf(change.invoice);
  const { id: invoiceId, debtorId, paidOn } = change;
  if (paidOn) return [{ name: 'invoice.paid', place, data: { invoiceId, debtorId, paidOn } }];
  const lowered = change.entries.some((entry) => entry.amountCents < 0 && !entry.paymentId);
  return lowered ? [{ name: 'invoice.credited', place, data: { invoiceId, debtorId } }] : [];
}

const statusChange = (status: string, at: Date, entry: NewEntry) => ({
  at,
  status,
  by: entry.by,
  reason: reasonText(entry.reason),
});
/** History keeps what a person wrote; the other facts stand in the ledger entry itself. */
const reasonText = (reason: Message): string | null => {
  const text = reason.params?.['reason'];
  return typeof text === 'string' ? text : null;
};
