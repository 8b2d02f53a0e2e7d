import type { NamedDebtor } from '../reading/compare-names.ts';
import type { AccountInput, SettlementInput } from './book-input.ts';
import type { HashIndex } from './hash-index.ts';

/** What a number in a text may point at. */
export type ReferenceKind = 'number' | 'kenmerk' | 'dossier' | 'customer' | 'plan';
export const REFERENCE_KINDS: readonly ReferenceKind[] = [
  'number',
  'kenmerk',
  'dossier',
  'customer',
  'plan',
];

/** Invoices as columns; a row is an invoice. Amounts are whole cents. */
export type InvoiceColumns = {
  readonly id: string[];
  readonly number: string[];
  readonly reference: string[];
  readonly administration: number[];
  readonly debtor: number[];
  readonly dossier: string[];
  readonly dueOn: string[];
  readonly period: string[];
  readonly amount: number[];
  readonly principal: number[];
  readonly costs: number[];
  readonly interest: number[];
  /** What this run has booked on it; a returned direct debit counts negative. */
  readonly paid: number[];
  readonly isCollected: boolean[];
  /** The next invoice of the same debtor, -1 at the end. */
  readonly next: number[];
};
export type DebtorColumns = {
  readonly id: string[];
  readonly administration: number[];
  readonly customerNumber: string[];
  readonly names: NamedDebtor[];
  readonly ibans: (readonly string[])[];
  readonly first: number[];
};
export type Plan = {
  readonly planId: string;
  readonly debtor: number;
  readonly dossier: string;
  readonly rows: readonly number[];
  readonly termCents: number;
};

/** Everything that is open, with the indexes to find it by. `scope` is a set of administrations. */
export type Book = {
  readonly invoices: InvoiceColumns;
  readonly debtors: DebtorColumns;
  readonly plans: readonly Plan[];
  readonly accounts: ReadonlyMap<string, AccountInput & { readonly scope: Scope }>;
  readonly settlements: ReadonlyMap<string, SettlementInput>;
  /** Digits of numbers, references, dossiers, customers and plans; see `referenceOf`. */
  readonly references: HashIndex;
  readonly ibans: HashIndex;
  readonly names: HashIndex;
  /** Family names by what is left when one letter is dropped, for names with a typing error. */
  readonly families: { readonly words: readonly string[]; readonly index: HashIndex };
  /** Invoices by what a payer may pay of them when the run starts. */
  readonly amounts: HashIndex;
  readonly endToEndIds: HashIndex;
  readonly planOfDebtor: ReadonlyMap<number, Plan>;
  /** Lengths, in digits, that numbers of invoices have; for a number with a digit too few or too many. */
  readonly numberLengths: ReadonlySet<number>;
  /** Words that stand in descriptions of invoices or names of creditors: never a strange subject. */
  readonly ownWords: ReadonlySet<string>;
  readonly ownNames: ReadonlySet<string>;
};
export type Scope = { has(administration: number): boolean };

const KINDS = REFERENCE_KINDS.length;
export const packReference = (kind: ReferenceKind, row: number): number =>
  row * KINDS + REFERENCE_KINDS.indexOf(kind);
export const referenceOf = (packed: number): { kind: ReferenceKind; row: number } => ({
  kind: REFERENCE_KINDS[packed % KINDS] ?? 'number',
  row: Math.floor(packed / KINDS),
});

/** What is still owed on a row: principal, costs and interest less what was paid; negative for a credit note. */
export const claimOf = ({ invoices }: Book, row: number): number =>
  (invoices.principal[row] ?? 0) +
  (invoices.costs[row] ?? 0) +
  (invoices.interest[row] ?? 0) -
  (invoices.paid[row] ?? 0);

/**
 * What people pay of an invoice: the whole claim, the principal, or the principal with costs. Always
 * three amounts in that order; one that makes no sense any more is 0.
 */
export function amountsOf(book: Book, row: number): readonly [number, number, number] {
  const claim = claimOf(book, row);
  const { principal, costs, paid } = book.invoices;
  const bare = (principal[row] ?? 0) - (paid[row] ?? 0);
  const withCosts = bare + (costs[row] ?? 0);
  if (claim <= 0) return [claim, 0, 0];
  return [
    claim,
    bare > 0 && bare < claim ? bare : 0,
    withCosts > 0 && withCosts < claim ? withCosts : 0,
  ];
}

/** Rows of a debtor on which something is open, credit notes too; at most `most`. */
export function openRowsOf(book: Book, debtor: number, most = 300): number[] {
  const rows: number[] = [];
  const { next } = book.invoices;
  for (let row = book.debtors.first[debtor] ?? -1; row >= 0; row = next[row] ?? -1) {
    if (claimOf(book, row) === 0) continue;
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}

export const debtorOf = (book: Book, row: number): number => book.invoices.debtor[row] ?? -1;
/** Oldest first, then by number, as the contract orders the invoices of a dossier. */
export function byAge({ invoices }: Book): (a: number, b: number) => number {
  const { dueOn, number } = invoices;
  return (a, b) => compare(dueOn[a], dueOn[b]) || compare(number[a], number[b]);
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
