import type { Cents } from '@inning/sdk';
import { type Id, type Scope, type Store } from '../../store/index.ts';
import { invoices } from '../invoices/index.ts';
import { applyEntries, type Caches, NOTHING_OWED } from './apply-entries.ts';
import { LedgerOverdrawnError } from './ledger.errors.ts';
import { ledgerEntries } from './ledger-entry.model.ts';
import type { LedgerPart } from './new-entry.ts';

export type CacheDifference = {
  readonly invoiceId: string;
  readonly cached: Caches;
  /** Null when the entries themselves add up to less than zero. */
  readonly ledger: Caches | null;
};
export type CacheComparison = {
  readonly invoiceCount: number;
  readonly differenceCount: number;
  /** The first hundred; a repair is for a person. */
  readonly differences: readonly CacheDifference[];
};

const BATCH = 1_000;
const SHOWN = 100;
type CachedInvoice = Caches & { readonly _id: Id };
type PartSum = { readonly _id: { readonly invoiceId: Id; readonly part: LedgerPart }; sum: number };

/** Adds up the ledger of every invoice in the scope and reports where the caches say otherwise. */
export async function compareCaches(store: Store, scope: Scope): Promise<CacheComparison> {
  const differences: CacheDifference[] = [];
  let invoiceCount = 0;
  let differenceCount = 0;
  for await (const batch of invoiceBatches(store, scope)) {
    invoiceCount += batch.length;
    const sums = await sumsOf(store, scope, batch);
    for (const invoice of batch) {
      const invoiceId = invoice._id.toHexString();
      const cached = cachesOf(invoice);
      const ledger = addUp(sums.get(invoiceId) ?? [], invoiceId);
      if (ledger && sameCaches(cached, ledger)) continue;
      differenceCount += 1;
      if (differences.length < SHOWN) differences.push({ invoiceId, cached, ledger });
    }
  }
  return { invoiceCount, differenceCount, differences };
}

async function* invoiceBatches(store: Store, scope: Scope): AsyncGenerator<CachedInvoice[]> {
  const fields = [
    'openCents',
    'principalOpenCents',
    'costsOpenCents',
    'interestOpenCents',
  ] as const;
  let batch: CachedInvoice[] = [];
  for await (const row of store
    .table(invoices)
    .in(scope)
    .stream({}, { sort: { _id: 1 }, fields })) {
    batch.push(row as unknown as CachedInvoice);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function sumsOf(store: Store, scope: Scope, batch: readonly CachedInvoice[]) {
  const rows = await store
    .table(ledgerEntries)
    .in(scope)
    .aggregate<PartSum>([
      { $match: { invoiceId: { $in: batch.map((invoice) => invoice._id) } } },
      {
        $group: {
          _id: { invoiceId: '$invoiceId', part: '$part' },
          sum: { $sum: '$amountCents' },
        },
      },
    ]);
  return Map.groupBy(rows, (row) => row._id.invoiceId.toHexString());
}

function addUp(sums: readonly PartSum[], invoiceId: string): Caches | null {
  try {
    return applyEntries(
      NOTHING_OWED,
      sums.map((row) => ({ part: row._id.part, amountCents: row.sum as Cents })),
      invoiceId,
    );
  } catch (error) {
    if (error instanceof LedgerOverdrawnError) return null;
    throw error;
  }
}

const cachesOf = (invoice: CachedInvoice): Caches => ({
  openCents: invoice.openCents,
  principalOpenCents: invoice.principalOpenCents,
  costsOpenCents: invoice.costsOpenCents,
  interestOpenCents: invoice.interestOpenCents,
});

const sameCaches = (a: Caches, b: Caches): boolean =>
  a.openCents === b.openCents &&
  a.principalOpenCents === b.principalOpenCents &&
  a.costsOpenCents === b.costsOpenCents &&
  a.interestOpenCents === b.interestOpenCents;
