import type { BankFeedPort } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { placeOf } from '../routing/index.ts';
import { type BankConnection, bankConnections } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import {
  BankConnectionNotFoundError,
  BankConsentMissingError,
  BankUnknownError,
} from './bank-feeds.errors.ts';

/** Throws BankConnectionNotFoundError for one outside the scope. */
export async function findConnection(
  { store }: Pick<BankFeedsDeps, 'store'>,
  scope: Scope,
  id: Id,
): Promise<BankConnection> {
  const found = await store.table(bankConnections).in(scope).byId(id);
  if (!found) throw new BankConnectionNotFoundError(id.toHexString());
  return found;
}

/** Throws BankUnknownError when its connector was switched off. */
export async function openFeed(
  { feedsFor }: Pick<BankFeedsDeps, 'feedsFor'>,
  connection: BankConnection,
): Promise<BankFeedPort> {
  const feeds = await feedsFor(placeOf(connection));
  const found = feeds.find((one) => one.pluginId === connection.pluginId);
  if (!found) throw new BankUnknownError(connection.bank);
  return found.port;
}

/** Throws BankConsentMissingError. */
export function assertActive({ state }: BankConnection): void {
  if (state !== 'active') throw new BankConsentMissingError(state);
}
