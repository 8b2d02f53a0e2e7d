import { type CalendarDate, cents, message, type ReadStatement, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { trustTransactions } from '../booking/trust-transaction.model.ts';
import { findPage, type PageRequest } from '../../routing/index.ts';
import { trustTexts } from '../texts.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { type TrustReconciliation, trustReconciliations } from './trust-reconciliation.model.ts';

type At = { readonly scope: Scope; readonly session: ClientSession };
type Balance = { readonly on: CalendarDate; readonly bankCents: number; readonly gapCents: number };

/**
 * Holds the books of a trust account against what the bank says. A day that does not close becomes a
 * task; one that closes after all, because a statement that was missing came, takes its task away.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createReconcile(deps: TrustDeps) {
  const { store, clock, tasks } = deps;
  const table = (scope: Scope) => store.table(trustReconciliations).in(scope);

  async function bookedOn({ scope, session }: At, account: TrustAccount, on: CalendarDate) {
    const [sum] = await store
      .table(trustTransactions)
      .in(scope)
      .aggregate<{ amountCents: number }>(
        [
          { $match: { trustAccountId: account._id, bookedOn: { $lte: on } } },
          { $unwind: '$entries' },
          { $match: { 'entries.ledger': 'bank' } },
          { $group: { _id: null, amountCents: { $sum: '$entries.amountCents' } } },
        ],
        { session },
      );
    return sum?.amountCents ?? 0;
  }

  async function keep(at: At, account: TrustAccount, balance: Balance) {
    const { on, bankCents, gapCents } = balance;
    const bookedCents = await bookedOn(at, account, on);
    const its = { agencyId: account.agencyId, trustAccountId: account._id, on };
    const $set = { bankCents, gapCents, bookedCents, at: clock.now() };
    const row = await table(at.scope).upsert(its, { $set } as never, at);
    await tell(at, account, row);
    return row;
  }

  async function tell({ scope, session }: At, account: TrustAccount, row: TrustReconciliation) {
    const { on, bankCents, bookedCents } = row;
    const home = { agencyId: account.agencyId, creditorId: account.homeCreditorId };
    const administrationId = account.homeAdministrationId;
    const key = `trust-reconciliation:${account._id.toHexString()}:${on}`;
    if (bankCents === bookedCents) {
      await tasks.withdraw(scope, session, { administrationId, keys: [key] });
      return;
    }
    const because = message('trust.not-closing', { on, bankCents, bookedCents });
    const title = sayMessage(trustTexts, because, 'nl');
    const task = { ...home, administrationId, key, kind: 'review', title, because, dueOn: on };
    await tasks.ensure(scope, session, [task as never]);
  }

  return {
    /** Notes the closing balance of a statement, if it has one. */
    async afterStatement(scope: Scope, account: TrustAccount, statement: ReadStatement) {
      const { closingCents, closingOn, openingCents } = statement;
      const on = closingOn ?? lastOf(statement.lines)?.bookedOn;
      if (closingCents === null || !on) return null;
      return store.transaction(async (session) => {
        const at = { scope, session };
        const [before] = await table(scope).find(
          { trustAccountId: account._id, on: { $lt: on } },
          { session, sort: { on: -1 }, limit: 1 },
        );
        const gapCents = before && openingCents !== null ? openingCents - before.bankCents : 0;
        return keep(at, account, { on, bankCents: cents(closingCents), gapCents });
      });
    },

    /** Looks again at the days that did not close. Returns those that still do not. */
    async again(scope: Scope, account: TrustAccount): Promise<TrustReconciliation[]> {
      const open = await table(scope).find(
        {
          trustAccountId: account._id,
          $expr: { $ne: ['$bankCents', '$bookedCents'] },
        } as never,
        { sort: { on: 1 } },
      );
      const left: TrustReconciliation[] = [];
      for (const row of open) {
        const now = await store.transaction((session) => keep({ scope, session }, account, row));
        if (now.bankCents !== now.bookedCents) left.push(now);
      }
      return left;
    },

    /** Every day that was held against the bank, newest first. */
    days: (scope: Scope, account: TrustAccount, page: PageRequest) =>
      findPage(table(scope), { trustAccountId: account._id }, { order: { on: -1 }, page }),

    list: (scope: Scope, account: TrustAccount, limit: number) =>
      table(scope).find({ trustAccountId: account._id }, { sort: { on: -1 }, limit }),
  };
}

function lastOf<One>(all: Iterable<One>): One | undefined {
  let last: One | undefined;
  for (const one of all) last = one;
  return last;
}
