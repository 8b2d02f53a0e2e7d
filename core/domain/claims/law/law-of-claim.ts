import type { Country } from '@inning/sdk';
import type { CollectionTerms } from '../../collection-terms/index.ts';
import type { LedgerEntry } from '../../ledger/index.ts';

export type ClaimEntry = Pick<
  LedgerEntry,
  '_id' | 'invoiceId' | 'kind' | 'part' | 'amountCents' | 'bookedOn' | 'reversesId'
> &
  Partial<Pick<LedgerEntry, 'reason'>>;

/** By what costs and interest of a claim are computed; plain values, so that everything here is pure. */
export type LawOfClaim = {
  readonly country: Country;
  readonly terms: CollectionTerms;
  /** What was booked on an invoice, in any order; not asked for invoices that bear neither. */
  readonly entriesOf: (invoiceId: string) => readonly ClaimEntry[];
};

/** Whether costs or interest of an invoice must be computed at all. */
export const bearsCostsOrInterest = (
  invoice: { readonly costState: string },
  terms: CollectionTerms,
): boolean => invoice.costState !== 'none' || terms.interest === 'from-due';
