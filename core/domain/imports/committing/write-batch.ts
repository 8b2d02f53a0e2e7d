import type { CalendarDate, ImportedDocument } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { type Administration, keyOfAdministration } from '../../administrations/index.ts';
import { debtorRow, debtors, debtorUpdate } from '../../debtors/index.ts';
import type {
  InvoiceCorrection,
  InvoiceDocument,
  NewCreditNote,
  NewInvoice,
} from '../../invoices/index.ts';
import { dueOnOf, saidOfInvoice } from '../comparing/compare-invoice.ts';
import type { PlannedBatch, PlannedItem } from '../comparing/plan-batch.ts';
import type { WritingDeps } from '../imports.deps.ts';
import type { InvoiceItem } from '../reading/prepare-items.ts';

export type StoredDocuments = ReadonlyMap<ImportedDocument, InvoiceDocument>;
export type Writing = {
  readonly administration: Administration;
  readonly documents: StoredDocuments;
  readonly by: string;
  readonly on: CalendarDate;
  readonly at: Date;
};

/** Writes what was planned, in the caller's transaction: debtors, then invoices, then credit notes. */
export function createWriteBatch(deps: WritingDeps) {
  return async (
    scope: Scope,
    session: ClientSession,
    { plan, writing }: { plan: PlannedBatch; writing: Writing },
  ): Promise<void> => {
    const { invoices } = deps;
    const debtorIds = await writeDebtors(deps, { scope, session }, { plan, writing });
    const { by, on } = writing;
    const place = keyOfAdministration(writing.administration);
    const fresh = plan.items.filter((one) => one.status === 'new');
    const docs = (list: readonly ImportedDocument[]) =>
      list.flatMap((one) => writing.documents.get(one) ?? []);
    const debtorOf = (item: InvoiceItem) => debtorIds.get(item.debtorKey) as Id;

    const news = fresh.flatMap(({ item }): NewInvoice[] =>
      item.kind === 'invoice'
        ? [newInvoice(item, { debtorId: debtorOf(item), documents: docs, writing })]
        : [],
    );
    await invoices.receiveInvoices(scope, session, { place, news, by, on });
    await invoices.correctInvoices(
      scope,
      session,
      plan.items.flatMap((one) => correctionOf(one, { documents: docs, writing })),
    );
    const notes = fresh.flatMap(({ item }): NewCreditNote[] =>
      item.kind === 'credit-note'
        ? [newCreditNote(item, { debtorId: debtorOf(item), documents: docs })]
        : [],
    );
    await invoices.receiveCreditNotes(scope, session, { place, news: notes, by, on });
  };
}

async function writeDebtors(
  { store, events }: WritingDeps,
  at: { readonly scope: Scope; readonly session: ClientSession },
  { plan, writing }: { plan: PlannedBatch; writing: Writing },
): Promise<Map<string, Id>> {
  const place = keyOfAdministration(writing.administration);
  const table = store.table(debtors).in(at.scope);
  const { session } = at;
  const used = new Set(
    plan.items.flatMap(({ item, status }) =>
      status === 'refused' || item.kind === 'refused' ? [] : [item.debtorKey],
    ),
  );
  const ids = new Map<string, Id>();
  const rows = [];
  const changes = [];
  for (const key of used) {
    const debtor = plan.debtors.get(key);
    if (!debtor || debtor.state === 'unclear') continue;
    if (debtor.state === 'new') {
      rows.push({ ...debtorRow(place, debtor.news, writing.at), _id: debtor._id });
      ids.set(key, debtor._id);
      continue;
    }
    ids.set(key, debtor.stored._id);
    const { update, imported, changes: told } = debtor.comparison;
    if (imported)
      changes.push({ stored: debtor.stored, update, imported, isTold: told.length > 0 });
  }
  await table.insertRaw(rows, { session });
  await table.bulk(
    changes.map(({ stored, update, imported }) => ({
      filter: { _id: stored._id },
      update: { $set: { ...debtorUpdate(stored, update, writing.at), imported } } as never,
    })),
    { session },
  );
  const told = changes.filter((one) => one.isTold).map((one) => one.stored._id.toHexString());
  await events.publish(
    session,
    ...told.map((debtorId) => ({ name: 'debtor.changed' as const, place, data: { debtorId } })),
  );
  return ids;
}

type Filling = {
  readonly debtorId: Id;
  readonly documents: (list: readonly ImportedDocument[]) => InvoiceDocument[];
};

function newInvoice(
  { invoice }: InvoiceItem,
  { debtorId, documents, writing }: Filling & { readonly writing: Writing },
): NewInvoice {
  return {
    debtorId,
    number: invoice.number,
    currency: invoice.currency,
    totalCents: invoice.totalCents,
    invoicedOn: invoice.invoicedOn,
    dueOn: dueOnOf(invoice, writing.administration.paymentTermDays),
    description: invoice.description,
    paymentReference: invoice.paymentReference,
    openCents: invoice.openCents,
    documents: documents(invoice.documents),
    imported: saidOfInvoice(invoice),
  };
}

const newCreditNote = (
  { invoice }: InvoiceItem,
  { debtorId, documents }: Filling,
): NewCreditNote => ({
  debtorId,
  number: invoice.number,
  currency: invoice.currency,
  totalCents: invoice.totalCents,
  creditedOn: invoice.invoicedOn,
  correctsNumber: invoice.correctsNumber,
  description: invoice.description,
  documents: documents(invoice.documents),
});

/** Also when nothing is told: what the file said is remembered for the next time. */
function correctionOf(
  { status, comparison, newDocuments }: PlannedItem,
  { documents, writing }: Pick<Filling, 'documents'> & { readonly writing: Writing },
): InvoiceCorrection[] {
  if (status === 'refused' || !comparison) return [];
  const { correction, imported } = comparison;
  const added = documents(newDocuments ?? []);
  if (!imported && added.length === 0) return [];
  const { by, on } = writing;
  return [{ ...correction, ...(imported ? { imported } : {}), documents: added, by, on }];
}
