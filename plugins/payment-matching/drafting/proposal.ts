import type { Payer } from '../finding/find-payers.ts';
import type { Reference } from '../finding/reference.ts';

/** How the amount fits what is proposed. */
export type Fit =
  | 'exact'
  | 'list'
  | 'credit'
  | 'short'
  | 'more'
  | 'some'
  | 'part'
  | 'over'
  | 'all'
  | 'sum'
  | 'only-open'
  | 'term'
  | 'dossier'
  | 'amount-only'
  | 'settlement'
  | 'return';
export type Part = { readonly row: number; readonly amountCents: number };

/** A way to book a payment, before it is weighed. */
export type Draft = {
  readonly fit: Fit;
  readonly parts: readonly Part[];
  /** The debtor that is meant; -1 when several are. */
  readonly debtor: number;
  /** Numbers of invoices in the text that name these parts. */
  readonly named: readonly Reference[];
  /** Points for how the amount fits. */
  readonly points: number;
  /** Other invoices of this debtor that would do as well; any of them is right. */
  readonly equals: number;
  /** True when another sum of the same invoices gives the same amount. */
  readonly isOneOfSums?: boolean;
};
export type Signal = {
  readonly code: string;
  readonly points: number;
  readonly detail: string;
};
export type Proposal = Draft & {
  readonly score: number;
  readonly signals: readonly Signal[];
  readonly conflicts: readonly Signal[];
  readonly payer: Payer | null;
};

export const keyOf = (parts: readonly Part[]): string =>
  parts
    .map(({ row, amountCents }) => `${row}:${amountCents}`)
    .toSorted()
    .join(' ');
