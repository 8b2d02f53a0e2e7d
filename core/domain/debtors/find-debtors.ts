import type { Id, Scope, Store } from '../../store/index.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { searchFilter } from './search-words.ts';

export type DebtorName = Pick<Debtor, '_id' | 'name' | 'number'>;

/** A search in invoices looks at the invoices of so many debtors at most. */
const MOST_FOUND = 200;

/** Names and numbers by id, for lists of something else. */
export async function debtorNames(
  store: Store,
  scope: Scope,
  debtorIds: readonly Id[],
): Promise<Map<string, DebtorName>> {
  if (debtorIds.length === 0) return new Map();
  const found: DebtorName[] = await store
    .table(debtors)
    .in(scope)
    .find({ _id: { $in: [...debtorIds] } }, { fields: ['name', 'number'] });
  return new Map(found.map((debtor) => [debtor._id.toHexString(), debtor]));
}

/** Debtors whose name, number or place begins with the words. */
export async function debtorIdsNamed(
  store: Store,
  scope: Scope,
  asked: { readonly administrationIds: readonly Id[]; readonly search: string },
): Promise<Id[]> {
  const words = searchFilter(asked.search);
  if (Object.keys(words).length === 0) return [];
  const found = await store
    .table(debtors)
    .in(scope)
    .find(
      { administrationId: { $in: [...asked.administrationIds] }, ...words },
      { fields: ['_id'], limit: MOST_FOUND },
    );
  return found.map((debtor) => debtor._id);
}
