import { createHash } from 'node:crypto';
import type { ImportedDocument, Refusal } from '@inning/sdk';
import { type CreditNote, creditNotes, type Invoice, invoices } from '../../invoices/index.ts';
import type { Administration } from '../../administrations/index.ts';
import type { ItemStatus } from '../import-item.model.ts';
import type { InvoiceItem, PreparedImport, PreparedItem } from '../reading/prepare-items.ts';
import type { Change } from './compare-debtor.ts';
import { compareInvoice, type InvoiceComparison } from './compare-invoice.ts';
import { type Look, type ResolvedDebtor, resolveDebtors } from './resolve-debtors.ts';

export type PlannedItem = {
  readonly item: PreparedItem;
  readonly status: ItemStatus;
  readonly reason: Refusal | null;
  readonly changes: readonly Change[];
  /** For an invoice that is there already. */
  readonly stored?: Invoice;
  readonly comparison?: InvoiceComparison;
  readonly newDocuments?: readonly ImportedDocument[];
};
export type PlannedBatch = {
  readonly items: readonly PlannedItem[];
  readonly debtors: Map<string, ResolvedDebtor>;
};
/** Debtors that an earlier item of the same import mentions: their changes are told once. */
export type SeenDebtors = Set<string>;

/**
 * Compares items with what is stored, in a few queries for the whole batch. Decides without writing, so
 * that the preview and the commit say the same.
 */
export async function planBatch(
  look: Look,
  prepared: PreparedImport,
  batch: {
    readonly items: readonly PreparedItem[];
    readonly administration: Administration;
    readonly seen: SeenDebtors;
  },
): Promise<PlannedBatch> {
  const keys = new Set(
    batch.items.flatMap((item) => (item.kind === 'refused' ? [] : [item.debtorKey])),
  );
  const resolved = await resolveDebtors(look, prepared.debtors, {
    keys: [...keys],
    books: batch.administration,
  });
  const stored = await findStored(look, batch.items);
  const items = batch.items.map((item): PlannedItem => {
    if (item.kind === 'refused') return refused(item, item.reason);
    const debtor = resolved.get(item.debtorKey);
    if (!debtor || debtor.state === 'unclear') return refused(item, debtor?.reason ?? UNKNOWN);
    const isFirst = !batch.seen.has(item.debtorKey);
    batch.seen.add(item.debtorKey);
    const debtorChanges = isFirst && debtor.state === 'known' ? debtor.comparison.changes : [];
    if (item.kind === 'debtor') {
      return {
        item,
        reason: null,
        changes: debtorChanges,
        status: statusOf(debtor, debtorChanges),
      };
    }
    return item.kind === 'invoice'
      ? planInvoice(item, debtor, { stored: stored.invoices, debtorChanges })
      : planCreditNote(item, debtor, { stored: stored.creditNotes, debtorChanges });
  });
  return { items, debtors: resolved };
}

type Known = Exclude<ResolvedDebtor, { state: 'unclear' }>;
const UNKNOWN: Refusal = { code: 'DEBTOR_NOT_IDENTIFIED', message: 'The debtor is not known.' };

const statusOf = (debtor: Known, changes: readonly Change[]): ItemStatus => {
  if (debtor.state === 'new') return 'new';
  return changes.length > 0 ? 'changed' : 'unchanged';
};

function planInvoice(
  item: InvoiceItem,
  debtor: Known,
  beside: { stored: Map<string, Invoice>; debtorChanges: readonly Change[] },
): PlannedItem {
  const stored = beside.stored.get(item.invoice.number);
  if (!stored) return { item, status: 'new', reason: null, changes: beside.debtorChanges };
  if (debtor.state === 'new' || !debtor.stored._id.equals(stored.debtorId)) {
    return refused(item, {
      code: 'DEBTOR_DIFFERS',
      message: `Invoice ${stored.number} is there already, with another debtor.`,
    });
  }
  const comparison = compareInvoice(stored, item.invoice);
  const newDocuments = documentsMissing(item.invoice.documents, stored);
  const changes = [
    ...comparison.changes,
    ...newDocuments.map((one) => ({ field: 'documents', from: null, to: one.name })),
    ...beside.debtorChanges,
  ];
  const status = changes.length > 0 ? 'changed' : 'unchanged';
  return { item, status, reason: null, changes, stored, comparison, newDocuments };
}

function planCreditNote(
  item: InvoiceItem,
  debtor: Known,
  beside: { stored: Map<string, CreditNote>; debtorChanges: readonly Change[] },
): PlannedItem {
  const stored = beside.stored.get(item.invoice.number);
  const changes = beside.debtorChanges;
  if (!stored) return { item, status: 'new', reason: null, changes };
  const isSame =
    stored.totalCents === item.invoice.totalCents &&
    debtor.state === 'known' &&
    debtor.stored._id.equals(stored.debtorId);
  if (!isSame) {
    return refused(item, {
      code: 'CREDIT_NOTE_DIFFERS',
      message: `Credit note ${stored.number} is there already, with another amount or debtor.`,
    });
  }
  return { item, status: changes.length > 0 ? 'changed' : 'unchanged', reason: null, changes };
}

const refused = (item: PreparedItem, reason: Refusal): PlannedItem => ({
  item,
  status: 'refused',
  reason,
  changes: [],
});

async function findStored(look: Look, items: readonly PreparedItem[]) {
  const { administrationId, session } = look;
  const numbersOf = (kind: 'invoice' | 'credit-note') =>
    items.flatMap((item) => (item.kind === kind ? [item.invoice.number] : []));
  const find = (numbers: readonly string[]) => ({
    administrationId,
    number: { $in: [...numbers] },
  });
  const invoiceRows = await look.store
    .table(invoices)
    .in(look.scope)
    .find(find(numbersOf('invoice')), { session });
  const notes = numbersOf('credit-note');
  const noteRows =
    notes.length === 0
      ? []
      : await look.store.table(creditNotes).in(look.scope).find(find(notes), { session });
  return {
    invoices: new Map(invoiceRows.map((row) => [row.number, row])),
    creditNotes: new Map(noteRows.map((row) => [row.number, row])),
  };
}

function documentsMissing(
  documents: readonly ImportedDocument[],
  stored: Invoice,
): ImportedDocument[] {
  const there = new Set(stored.documents.map((one) => one.sha256));
  return documents.filter(
    (one) => !there.has(createHash('sha256').update(one.bytes).digest('hex')),
  );
}
