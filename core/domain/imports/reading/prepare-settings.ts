import type { Scope, Store } from '../../../store/index.ts';
import type { Administration } from '../../administrations/index.ts';
import { creditors } from '../../creditors/index.ts';
import type { PrepareSettings } from './prepare-items.ts';

/** What the items of a file are checked against: the currency of the books and whose they are. */
export async function findPrepareSettings(
  store: Store,
  scope: Scope,
  { currency, creditorId }: Administration,
): Promise<Omit<PrepareSettings, 'fileNames'>> {
  const fields = ['name', 'companyNumber', 'vatNumber'] as const;
  const found = await store.table(creditors).in(scope).byId(creditorId, { fields });
  return {
    currency,
    creditor: {
      name: found?.name ?? null,
      companyNumber: found?.companyNumber ?? null,
      vatNumber: found?.vatNumber ?? null,
    },
  };
}
