import { cents, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { creditors } from '../../creditors/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import { trustBalances } from '../booking/trust-balance.model.ts';
import { trustTexts } from '../texts.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { createReleaseLine } from './release-line.ts';
import { type TrustLine, trustLines } from './trust-line.model.ts';

/** What banks write when the payer gave no id of his own. */
const NO_ID = 'NOTPROVIDED';
type In = { readonly scope: Scope; readonly session: ClientSession };
export type TakenBack = {
  readonly account: TrustAccount;
  /** The line by which the bank takes it, and the one that it takes back. */
  readonly line: TrustLine;
  readonly original: TrustLine;
};

/**
 * The bank takes back what came in: its payments are reversed, the invoices are open again. What was
 * remitted of it already, the creditor owes, and somebody gets a task about that.
 */
export function createTakeBack(deps: TrustDeps) {
  const { store, tasks } = deps;
  const post = createPostTransaction(deps);
  const releaseLine = createReleaseLine(deps);

  async function tellWhoOwes({ scope, session }: In, { account, line }: TakenBack) {
    const owing = await store
      .table(trustBalances)
      .in(scope)
      .find({ trustAccountId: account._id, recoverableCents: { $gt: 0 } }, { session });
    for (const one of owing) {
      const creditor = await store.table(creditors).in(scope).byId(one.creditorId, { session });
      const because = message('trust.owed-by-creditor', {
        creditor: creditor?.name ?? '',
        amountCents: one.recoverableCents,
      });
      await tasks.ensure(scope, session, [
        {
          agencyId: account.agencyId,
          creditorId: account.homeCreditorId,
          administrationId: account.homeAdministrationId,
          key: `trust-owed:${line._id.toHexString()}:${one.creditorId.toHexString()}`,
          kind: 'review',
          title: sayMessage(trustTexts, because, 'nl').slice(0, 300),
          because,
          dueOn: line.bookedOn,
        },
      ]);
    }
  }

  return async (scope: Scope, session: ClientSession, taken: TakenBack): Promise<void> => {
    const { account, line, original } = taken;
    const because = message('trust.taken-back', { receivedOn: original.bookedOn });
    await releaseLine(scope, session, { line: original, because, by: 'bank', on: line.bookedOn });
    await post(scope, session, {
      account,
      key: `taken-back:${line._id.toHexString()}`,
      kind: 'taken-back',
      bookedOn: line.bookedOn,
      by: 'bank',
      because,
      trustLineId: original._id,
      own: { unallocated: line.amountCents, unexplained: line.amountCents },
      shares: [],
    });
    const table = store.table(trustLines).in(scope);
    const set = (state: TrustLine['state']) => ({ $set: { state, because, proposal: null } });
    await table.updateOne({ _id: original._id }, set('returned'), { session });
    await table.updateOne({ _id: line._id }, set('settled'), { session });
    await tellWhoOwes({ scope, session }, taken);
  };
}

/** The receipt that a line takes back; null unless exactly one answers to it. */
export async function findTakenBack(
  store: TrustDeps['store'],
  { scope, session }: In,
  line: TrustLine,
): Promise<TrustLine | null> {
  const endToEndId = line.endToEndId === NO_ID ? null : line.endToEndId;
  const ways = [
    ...(endToEndId ? [{ endToEndId }] : []),
    ...(line.counterpartyAccount ? [{ counterpartyAccount: line.counterpartyAccount }] : []),
  ];
  for (const way of ways) {
    const found = await store
      .table(trustLines)
      .in(scope)
      .find(
        {
          trustAccountId: line.trustAccountId,
          amountCents: cents(-line.amountCents),
          refundedCents: 0,
          state: { $in: ['settled', 'waiting', 'plausible'] },
          bookedOn: { $lte: line.bookedOn },
          ...way,
        } as never,
        { session, limit: 2 },
      );
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}
