import { type CalendarDate, invariant } from '@inning/sdk';
import type { AdministrationKey, Id, Scope } from '../../store/index.ts';
import type { FileStore, NewFile } from '../files/index.ts';
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
import { createOpenDocument } from './open-document.ts';
import { openTotals } from './open-totals.ts';
import { paidTerms } from './paid-terms.ts';
import { createCorrectInvoices } from './receive/correct-invoices.ts';
import { createReceiving } from './receive/receive-in-batches.ts';
import { createReceiveCreditNotes } from './receive/receive-credit-notes.ts';
import { createReceiveInvoices } from './receive/receive-invoices.ts';
import type { ReceivingDeps } from './receive/receiving.ts';
import { storeDocument } from './store-document.ts';

export type InvoicesDeps = ReceivingDeps & { readonly files: FileStore };
export type InvoiceService = ReturnType<typeof createInvoiceService>;

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

  return {
    get,
    ...createReceiving(deps, { receiveInvoices, receiveCreditNotes }),
    openDocument: createOpenDocument(files, get),
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
    list: (scope: Scope, query: InvoiceQuery = {}) => listInvoices(deps, scope, query),
    creditNotesOf: (scope: Scope, debtorId: Id): Promise<CreditNote[]> =>
      store
        .table(creditNotes)
        .in(scope)
        .find({ debtorId }, { sort: { creditedOn: -1 } }),
    openTotals: (scope: Scope, asked: { debtorIds: readonly Id[]; today: CalendarDate }) =>
      openTotals(store, scope, asked),
    paidTerms: (scope: Scope, debtorIds: readonly Id[]) => paidTerms(store, scope, debtorIds),
    storeDocument: (
      scope: Scope,
      place: AdministrationKey,
      file: NewFile & Partial<Pick<InvoiceDocument, 'kind'>>,
    ): Promise<InvoiceDocument> => storeDocument(files, scope, { ...file, place }),
  };
}
