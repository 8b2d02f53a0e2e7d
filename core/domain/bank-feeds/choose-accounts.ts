import type { CalendarDate } from '@inning/sdk';
import type { Id, Scope } from '../../store/index.ts';
import { placeOf } from '../routing/index.ts';
import { feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import { BankAccountNotSharedError } from './bank-feeds.errors.ts';
import { assertActive, findConnection } from './open-feed.ts';

export type ChosenAccounts = {
  readonly accountIds: readonly string[];
  /** Null: the money is of the administration itself. */
  readonly trustAccountId: Id | null;
  readonly from: CalendarDate;
};
type Deps = Pick<BankFeedsDeps, 'store' | 'clock' | 'trust'>;

/**
 * Which accounts are read from now on; those that are not named are left alone. Throws
 * BankConsentMissingError and BankAccountNotSharedError.
 */
export const createChooseAccounts =
  ({ store, clock, trust }: Deps) =>
  async (scope: Scope, id: Id, chosen: ChosenAccounts): Promise<void> => {
    const connection = await findConnection({ store }, scope, id);
    const { trustAccountId, from: firstDay } = chosen;
    // First of all: what is not visible is not there, whatever the state of the connection.
    if (trustAccountId) await trust.trustAccounts.get(scope, trustAccountId);
    assertActive(connection);
    const accounts = store.table(feedAccounts).in(scope);
    const connectionId = connection._id;
    const all = await accounts.find({ connectionId });
    for (const accountId of chosen.accountIds) {
      const found = connection.found.find((one) => one.id === accountId);
      if (!found) throw new BankAccountNotSharedError(accountId);
      const { account, currency, holder } = found;
      const known = all.find((one) => one.accountId === accountId);
      const row = { ...placeOf(connection), connectionId, accountId, account, currency };
      const how = { trustAccountId, isOn: true, nextReadAt: clock.now() };
      if (known) await accounts.updateOne({ _id: known._id }, { $set: how });
      else await accounts.insert({ ...row, ...how, holder, firstDay });
    }
  };
