import type { Scope } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { bankStatements } from '../payments/index.ts';
import { type FeedAccountRow, feedAccounts } from './bank-connection.model.ts';
import type { BankFeedsDeps } from './bank-feeds.deps.ts';

/**
 * The bank data of an administration is as fresh as that of its stalest connected account: a debtor may
 * have paid on just that one. A file of the account counts as well as a reading.
 */
export async function tellFreshness(
  { store, clock }: Pick<BankFeedsDeps, 'store' | 'clock'>,
  scope: Scope,
  { administrationId }: Pick<FeedAccountRow, 'administrationId'>,
): Promise<void> {
  const rows = await store
    .table(feedAccounts)
    .in(scope)
    .find({ administrationId, isOn: true, trustAccountId: null });
  if (rows.length === 0) return;
  const now = clock.now().getTime();
  const times: number[] = [];
  for (const row of rows) times.push(await freshnessOf(store, scope, row));
  const stalest = Math.min(now, ...times);
  const bankFeedAt = stalest === 0 ? null : new Date(stalest);
  await store
    .table(administrations)
    .in(scope)
    .updateOne({ _id: administrationId }, { $set: { bankFeedAt } });
}

async function freshnessOf(
  store: BankFeedsDeps['store'],
  scope: Scope,
  { administrationId, account, freshAt }: FeedAccountRow,
): Promise<number> {
  const [last] = await store
    .table(bankStatements)
    .in(scope)
    .find(
      // What is still coming in, or not matched yet, tells nothing.
      {
        administrationId,
        account,
        closingOn: { $ne: null },
        'arrival.stage': { $nin: ['storing', 'matching'] },
      } as never,
      { sort: { closingOn: -1 }, limit: 1, fields: ['closingOn'] },
    );
  // Noon is on the same civil day in the time zones of our administrations.
  const covered = last?.closingOn ? Date.parse(`${last.closingOn}T12:00:00Z`) : 0;
  return Math.max(freshAt?.getTime() ?? 0, covered);
}
