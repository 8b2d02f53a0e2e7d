import { addCents, type Cents, cents } from '@inning/sdk';
import { LedgerOverdrawnError } from './ledger.errors.ts';
import type { LedgerPart } from './new-entry.ts';

/** What an invoice remembers of its ledger. `openCents` is always the sum of the other three. */
export type Caches = {
  readonly openCents: Cents;
  readonly principalOpenCents: Cents;
  readonly costsOpenCents: Cents;
  readonly interestOpenCents: Cents;
};

export const NOTHING_OWED: Caches = {
  openCents: cents(0),
  principalOpenCents: cents(0),
  costsOpenCents: cents(0),
  interestOpenCents: cents(0),
};

const CACHE_OF: Record<LedgerPart, 'principalOpenCents' | 'costsOpenCents' | 'interestOpenCents'> =
  {
    principal: 'principalOpenCents',
    costs: 'costsOpenCents',
    'administration-costs': 'costsOpenCents',
    interest: 'interestOpenCents',
  };

/** The caches after these entries. Throws `LedgerOverdrawnError` when a part would fall below zero. */
export function applyEntries(
  before: Caches,
  entries: readonly { readonly part: LedgerPart; readonly amountCents: Cents }[],
  invoiceId: string,
): Caches {
  const sums = { ...before };
  for (const { part, amountCents } of entries) {
    const cache = CACHE_OF[part];
    sums[cache] = addCents(sums[cache], amountCents);
    sums.openCents = addCents(sums.openCents, amountCents);
  }
  for (const part of ['principal', 'costs', 'interest'] as const) {
    const left = sums[CACHE_OF[part]];
    if (left < 0) throw new LedgerOverdrawnError(invoiceId, part, -left);
  }
  return sums;
}
