import type { Id, Scope } from '../../store/index.ts';
import { type BankConnection, bankConnections, feedAccounts } from './bank-connection.model.ts';
import type { FeedAccountRow } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';
import { BankAskedToWaitError } from './bank-feeds.errors.ts';
import { type ChosenAccounts, createChooseAccounts } from './choose-accounts.ts';
import { createConnect } from './connect.ts';
import { assertActive, findConnection } from './open-feed.ts';
import { createReadAccount } from './read-account.ts';
import { createSweep } from './sweep.ts';

export type ConnectionWithAccounts = {
  readonly connection: BankConnection;
  readonly accounts: readonly FeedAccountRow[];
};
export type BankFeedService = ReturnType<typeof createBankFeedService>;

const MOST = 200;

/** Banks that let themselves be read: connecting, choosing accounts, reading, health. */
export function createBankFeedService(deps: BankFeedsDeps) {
  const { store } = deps;
  const connect = createConnect(deps);
  const readAccount = createReadAccount(deps);
  const chooseAccounts = createChooseAccounts(deps);
  const accounts = (scope: Scope) => store.table(feedAccounts).in(scope);

  async function get(scope: Scope, id: Id): Promise<ConnectionWithAccounts> {
    const connection = await findConnection(deps, scope, id);
    const rows = await accounts(scope).find({ connectionId: id }, { sort: { account: 1 } });
    return { connection, accounts: rows };
  }

  return {
    banks: connect.banks,
    start: connect.start,
    renew: connect.renew,
    get,
    sweep: createSweep(deps),

    async check(scope: Scope, id: Id): Promise<ConnectionWithAccounts> {
      await connect.check(scope, id);
      return get(scope, id);
    },

    async stop(scope: Scope, id: Id): Promise<ConnectionWithAccounts> {
      await connect.stop(scope, id);
      return get(scope, id);
    },

    async choose(scope: Scope, id: Id, chosen: ChosenAccounts): Promise<ConnectionWithAccounts> {
      await chooseAccounts(scope, id, chosen);
      return get(scope, id);
    },

    /**
     * The next days of every account of it, because somebody asks for them now. Throws
     * `BankAskedToWaitError` while the bank asked for rest.
     */
    async readNow(scope: Scope, id: Id): Promise<ConnectionWithAccounts> {
      const connection = await findConnection(deps, scope, id);
      assertActive(connection);
      const rows = await accounts(scope).find({ connectionId: id, isOn: true });
      assertRested(rows, connection.title, deps.clock.now());
      for (const row of rows) await readAccount(scope, row);
      return get(scope, id);
    },

    async list(scope: Scope, administrationId?: Id): Promise<ConnectionWithAccounts[]> {
      const filter = administrationId ? { administrationId } : {};
      const found = await store
        .table(bankConnections)
        .in(scope)
        .find(filter, { sort: { startedAt: -1 }, limit: MOST });
      const connectionId = { $in: found.map((one) => one._id) };
      const rows = await accounts(scope).find({ connectionId }, { sort: { account: 1 } });
      return found.map((connection) => ({
        connection,
        accounts: rows.filter((row) => connection._id.equals(row.connectionId as Id)),
      }));
    },
  };
}

/** A bank that asked for rest closes its door for longer to who asks again before. */
function assertRested(rows: readonly FeedAccountRow[], bank: string, now: Date): void {
  const until = Math.max(0, ...rows.map(({ restUntil }) => restUntil?.getTime() ?? 0));
  if (until > now.getTime()) throw new BankAskedToWaitError(bank, new Date(until));
}
