import type { ClientSession } from 'mongoose';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { TrustAccountNotFoundError } from '../trust.errors.ts';
import { type TrustAccount, trustAccounts } from './trust-account.model.ts';

/** Throws `TrustAccountNotFoundError` for one outside the scope. */
export async function findTrustAccount(
  store: Store,
  scope: Scope,
  find: { readonly id: Id; readonly session?: ClientSession | undefined },
): Promise<TrustAccount> {
  const found = await store.table(trustAccounts).in(scope).byId(find.id, { session: find.session });
  if (!found) throw new TrustAccountNotFoundError(find.id.toHexString());
  return found;
}
