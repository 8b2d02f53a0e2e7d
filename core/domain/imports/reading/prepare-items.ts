import {
  type ImportedCreditor,
  type ImportedDebtor,
  type ImportedInvoice,
  type Message,
  type Place,
  type Refusal,
  sayPlace,
} from '@inning/sdk';
import { checkInvoice } from './check-invoice.ts';
import { type DebtorBook, mergeDebtors } from './merge-debtors.ts';
import type { ReadItem } from './read-items.ts';

/** With facts, so that it can be said in other languages; see `texts.ts`. */
export type ExplainedRefusal = Refusal & Pick<Message, 'params'>;

type Common = {
  readonly ordinal: number;
  readonly fileIndex: number;
  readonly place: Place;
  readonly warnings: readonly string[];
};
export type RefusedItem = Common & {
  readonly kind: 'refused';
  readonly of: 'invoice' | 'credit-note' | 'debtor' | 'unread';
  readonly number: string | null;
  readonly debtorName: string | null;
  readonly reason: ExplainedRefusal;
};
export type DebtorItem = Common & { readonly kind: 'debtor'; readonly debtorKey: string };
export type InvoiceItem = Common & {
  readonly kind: 'invoice' | 'credit-note';
  readonly debtorKey: string;
  readonly invoice: ImportedInvoice;
};
export type PreparedItem = RefusedItem | DebtorItem | InvoiceItem;
export type PreparedImport = {
  readonly items: readonly PreparedItem[];
  readonly debtors: DebtorBook;
};

export type PrepareSettings = {
  readonly currency: string;
  /** Whose invoices are imported. */
  readonly creditor: ImportedCreditor;
  readonly fileNames: readonly string[];
};

/** What can be said of the items by themselves, before looking at what is stored. Pure. */
export function prepareItems(read: readonly ReadItem[], settings: PrepareSettings): PreparedImport {
  const debtors = mergeDebtors(read.flatMap(({ item }) => debtorIn(item)));
  const places = placesByNumber(read, settings.fileNames);
  const items = read.map((one): PreparedItem => {
    const { item } = one;
    const common: Common = {
      ordinal: one.ordinal,
      fileIndex: one.fileIndex,
      place: item.place,
      warnings: 'warnings' in item ? item.warnings : [],
    };
    if ('refused' in item) return refusal(common, one, item.refused);
    const [debtor] = debtorIn(item) as [ImportedDebtor];
    const debtorKey = debtors.keyOf(debtor);
    if (debtorKey === null) return refusal(common, one, NOBODY);
    if (debtors.isUnclear(debtor)) return refusal(common, one, SEVERAL);
    const twice = duplicateOf(one, places);
    if (twice) return refusal(common, one, twice);
    const problem = 'invoice' in item ? checkInvoice(item.invoice, settings) : null;
    if (problem) return refusal(common, one, problem);
    const warnings = [...common.warnings, ...differing(debtors.differences(debtorKey, debtor))];
    if (!('invoice' in item)) return { ...common, warnings, kind: 'debtor', debtorKey };
    return { ...common, warnings, kind: item.invoice.kind, debtorKey, invoice: item.invoice };
  });
  return { items, debtors };
}

const NOBODY: Refusal = {
  code: 'DEBTOR_NOT_IDENTIFIED',
  message:
    'The debtor has no number, VAT number or company number, and no postcode beside the name to know it by.',
};

const SEVERAL: Refusal = {
  code: 'DEBTOR_UNCLEAR',
  message: 'Several debtors in these files answer to this one. Give it a debtor number.',
};

const debtorIn = (item: ReadItem['item']): ImportedDebtor[] => {
  if ('invoice' in item) return [item.invoice.debtor];
  return 'debtor' in item ? [item.debtor] : [];
};

/** What may be there once only: an invoice, a credit note, a debtor in a list of debtors. */
function numberOf({ item }: ReadItem): string | null {
  if ('invoice' in item) return `${item.invoice.kind} ${item.invoice.number}`;
  return 'debtor' in item && item.debtor.number ? `debtor ${item.debtor.number}` : null;
}

function placesByNumber(
  read: readonly ReadItem[],
  fileNames: readonly string[],
): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const one of read) {
    const number = numberOf(one);
    if (number === null) continue;
    const where = [fileNames[one.fileIndex] ?? '', sayPlace(one.item.place)];
    const said = where.filter((part) => part !== '').join(', ');
    const known = places.get(number);
    if (known) known.push(said);
    else places.set(number, [said]);
  }
  return places;
}

function duplicateOf(one: ReadItem, places: Map<string, string[]>): ExplainedRefusal | null {
  const all = places.get(numberOf(one) ?? '') ?? [];
  if (all.length < 2) return null;
  const shown = all.slice(0, 5).join('; ');
  const message = `This number is there ${all.length} times: ${shown}. Which one is meant cannot be told.`;
  const params = { count: all.length, places: shown };
  return { code: 'NUMBER_TWICE', message, params };
}

const differing = (fields: readonly string[]): string[] =>
  fields.length === 0
    ? []
    : [`The debtor's ${fields.join(', ')} differ from an earlier line; the first one counts.`];

function refusal(common: Common, { item }: ReadItem, reason: ExplainedRefusal): RefusedItem {
  const [debtor] = debtorIn(item);
  const number = 'invoice' in item ? item.invoice.number : (debtor?.number ?? null);
  const of = 'invoice' in item ? item.invoice.kind : 'debtor' in item ? 'debtor' : 'unread';
  return { ...common, kind: 'refused', of, number, debtorName: debtor?.name ?? null, reason };
}
