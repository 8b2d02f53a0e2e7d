import { type CalendarDate, type CostState, invariant } from '@inning/sdk';
import type { Readable } from 'node:stream';
import type { AdministrationKey, Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import type { FileStore, NewFile } from '../files/index.ts';
import { FileNotFoundError } from '../files/index.ts';
import { repeatOnDuplicate } from '../writing/index.ts';
import { setCostState } from './cost-state/set-cost-state.ts';
import { type CreditNote, creditNotes } from './credit-note.model.ts';
import { type Invoice, invoices } from './invoice.model.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import { InvoiceNotFoundError } from './invoices.errors.ts';
import {
  type InvoiceQuery,
  type ListedInvoice,
  listInvoices,
  withDebtors,
} from './list-invoices.ts';
import { openTotals } from './open-totals.ts';
import { paidTerms } from './paid-terms.ts';
import { createCorrectInvoices } from './receive/correct-invoices.ts';
import type { NewInvoice } from './receive/new-invoice.ts';
import { createReceiveCreditNotes, type NewCreditNote } from './receive/receive-credit-notes.ts';
import { createReceiveInvoices, type ReceivingDeps } from './receive/receive-invoices.ts';
import { storeDocument } from './store-document.ts';

export type InvoicesDeps = ReceivingDeps & { readonly files: FileStore };
export type InvoiceService = ReturnType<typeof createInvoiceService>;

/** How many invoices are written in one transaction. */
const BATCH = 500;

/** What creditors sent to their debtors. What is owed of it stands in the ledger. */
export function createInvoiceService(deps: InvoicesDeps) {
  const { store, files } = deps;
  const table = (scope: Scope) => store.table(invoices).in(scope);
  const receiveInvoices = createReceiveInvoices(deps);
  const receiveCreditNotes = createReceiveCreditNotes(deps);

  async function get(scope: Scope, id: Id): Promise<Invoice> {
    const found = await table(scope).byId(id);
    if (!found) throw new InvoiceNotFoundError(id.toHexString());
    return found;
  }

  /** Writes invoices in batches. A number that is there already is passed over; returns the ids of the new ones. */
  async function receive(
    scope: Scope,
    place: AdministrationKey,
    received: { readonly news: readonly NewInvoice[]; readonly by: string },
  ): Promise<Map<string, Id>> {
    const on = await todayOf(deps, place.administrationId);
    const ids = new Map<string, Id>();
    for (let from = 0; from < received.news.length; from += BATCH) {
      const news = received.news.slice(from, from + BATCH);
      const made = await repeatOnDuplicate(() =>
        store.transaction((session) =>
          receiveInvoices(scope, session, { place, news, by: received.by, on }),
        ),
      );
      for (const [number, id] of made) ids.set(number, id);
    }
    return ids;
  }

  /** A document of an invoice, to be streamed. Throws `FileNotFoundError`. */
  async function openDocument(
    scope: Scope,
    invoiceId: Id,
    documentId: Id,
  ): Promise<{ document: InvoiceDocument; content: Readable }> {
    const invoice = await get(scope, invoiceId);
    const document = (invoice.documents as unknown as InvoiceDocument[]).find((one) =>
      one._id.equals(documentId),
    );
    if (!document) throw new FileNotFoundError(documentId.toHexString());
    const { content } = await files.open(scope, document.fileId);
    return { document, content };
  }

  return {
    get,
    receive,
    openDocument,
    /** With the debtor's name and the day it is in its books. */
    async describe(scope: Scope, invoice: Invoice): Promise<ListedInvoice> {
      const [described] = await withDebtors(deps, scope, [invoice]);
      invariant(described, 'one invoice in, one out');
      return described;
    },
    /** The same in a transaction of the caller, for imports. */
    receiveInvoices,
    receiveCreditNotes,
    correctInvoices: createCorrectInvoices(deps),
    async receiveCreditNote(
      scope: Scope,
      place: AdministrationKey,
      received: { readonly news: NewCreditNote; readonly by: string },
    ): Promise<void> {
      const on = await todayOf(deps, place.administrationId);
      const batch = { place, news: [received.news], by: received.by, on };
      await repeatOnDuplicate(() =>
        store.transaction((session) => receiveCreditNotes(scope, session, batch)),
      );
    },
    list: (scope: Scope, query: InvoiceQuery = {}) => listInvoices(deps, scope, query),
    creditNotesOf: (scope: Scope, debtorId: Id): Promise<CreditNote[]> =>
      store
        .table(creditNotes)
        .in(scope)
        .find({ debtorId }, { sort: { creditedOn: -1 } }),
    openTotals: (scope: Scope, asked: { debtorIds: readonly Id[]; today: CalendarDate }) =>
      openTotals(store, scope, asked),
    paidTerms: (scope: Scope, debtorIds: readonly Id[]) => paidTerms(store, scope, debtorIds),
    setCostState: (
      scope: Scope,
      change: { invoiceId: Id; to: CostState; reason: string; by: string },
    ) => setCostState(deps, scope, change),
    storeDocument: (
      scope: Scope,
      place: AdministrationKey,
      file: NewFile & Partial<Pick<InvoiceDocument, 'kind'>>,
    ): Promise<InvoiceDocument> => storeDocument(files, scope, { ...file, place }),
  };
}
