import type { CalendarDate } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { CreditorNotFoundError, creditors } from '../../creditors/index.ts';
import { findPage, type Page, type PageRequest } from '../../routing/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import { type TrustAccount, trustAccounts } from '../accounts/trust-account.model.ts';
import { trustBalances } from '../booking/trust-balance.model.ts';
import { type TrustMovement, trustMovements } from '../booking/trust-movement.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { TrustAccountNotFoundError } from '../trust.errors.ts';

export type StatementAsked = {
  readonly creditorId: Id;
  /** Without one: the account on which something stands for this creditor. */
  readonly trustAccountId?: Id | undefined;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
};
export type StatementHead = {
  readonly account: TrustAccount;
  readonly creditorName: string;
  readonly openingCents: number;
  readonly receivedCents: number;
  readonly feeCents: number;
  readonly remittedCents: number;
  readonly closingCents: number;
  /** Of what is held today: on its way to the creditor, or still to be taken back by a payer. */
  readonly onItsWayCents: number;
  readonly onHoldCents: number;
  readonly recoverableCents: number;
};
type Sums = Record<'gross' | 'fee' | 'remitted', number>;

/** The statement of a creditor: what came in, was kept and was remitted, with a running balance. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createReadStatement({ store }: Pick<TrustDeps, 'store'>) {
  const movements = (scope: Scope) => store.table(trustMovements).in(scope);
  const filterOf = (account: TrustAccount, { creditorId, from, until }: StatementAsked) => ({
    creditorId,
    trustAccountId: account._id,
    bookedOn: { $gte: from, $lte: until },
  });

  async function accountOf(scope: Scope, asked: StatementAsked): Promise<TrustAccount> {
    const { creditorId, trustAccountId } = asked;
    if (trustAccountId) return findTrustAccount(store, scope, { id: trustAccountId });
    const balance = await store.table(trustBalances).in(scope).findOne({ creditorId });
    const account = balance
      ? await findTrustAccount(store, scope, { id: balance.trustAccountId })
      : await store
          .table(trustAccounts)
          .in(scope)
          .findOne({}, { sort: { _id: 1 } });
    if (!account) throw new TrustAccountNotFoundError('');
    return account;
  }

  async function balanceBefore(scope: Scope, account: TrustAccount, asked: StatementAsked) {
    const { creditorId, from } = asked;
    const filter = { creditorId, trustAccountId: account._id, bookedOn: { $lt: from } };
    const [last] = await movements(scope).find(filter, { sort: { number: -1 }, limit: 1 });
    return last?.balanceAfterCents ?? 0;
  }

  async function sumsOf(scope: Scope, account: TrustAccount, asked: StatementAsked): Promise<Sums> {
    const isRemitted = { $in: ['$kind', ['remitted', 'returned']] };
    const [sums] = await movements(scope).aggregate<Sums>([
      { $match: filterOf(account, asked) },
      {
        $group: {
          _id: null,
          gross: { $sum: { $cond: [isRemitted, 0, '$grossCents'] } },
          fee: { $sum: '$feeCents' },
          remitted: { $sum: { $cond: [isRemitted, '$amountCents', 0] } },
        },
      },
    ]);
    return sums ?? { gross: 0, fee: 0, remitted: 0 };
  }

  async function onHold(
    scope: Scope,
    account: TrustAccount,
    { creditorId, today }: { readonly creditorId: Id; readonly today: CalendarDate },
  ) {
    const [sum] = await movements(scope).aggregate<{ cents: number }>([
      {
        $match: {
          creditorId,
          trustAccountId: account._id,
          trustRemittanceId: null,
          kind: { $in: ['allocated', 'reversed'] },
          availableOn: { $gt: today },
        },
      },
      { $group: { _id: null, cents: { $sum: '$amountCents' } } },
    ]);
    return sum?.cents ?? 0;
  }

  /** Throws `TrustAccountNotFoundError` when the agency has none. */
  async function head(
    scope: Scope,
    asked: StatementAsked & { readonly today: CalendarDate },
  ): Promise<StatementHead> {
    const { creditorId } = asked;
    const creditor = await store.table(creditors).in(scope).byId(creditorId);
    if (!creditor) throw new CreditorNotFoundError(creditorId.toHexString());
    const account = await accountOf(scope, asked);
    const openingCents = await balanceBefore(scope, account, asked);
    const sums = await sumsOf(scope, account, asked);
    const its = { creditorId, trustAccountId: account._id };
    const balance = await store.table(trustBalances).in(scope).findOne(its);
    return {
      account,
      creditorName: creditor.name,
      openingCents,
      receivedCents: sums.gross,
      feeCents: sums.fee,
      remittedCents: -sums.remitted,
      closingCents: openingCents + sums.gross - sums.fee + sums.remitted,
      onItsWayCents: balance?.onItsWayCents ?? 0,
      recoverableCents: balance?.recoverableCents ?? 0,
      onHoldCents: await onHold(scope, account, asked),
    };
  }

  return {
    head,
    page: (
      scope: Scope,
      account: TrustAccount,
      asked: StatementAsked & { readonly page: PageRequest },
    ): Promise<Page<TrustMovement>> =>
      findPage(movements(scope), filterOf(account, asked), {
        order: { number: -1 },
        page: asked.page,
      }),
    all: (scope: Scope, account: TrustAccount, asked: StatementAsked): Promise<TrustMovement[]> =>
      movements(scope).find(filterOf(account, asked), { sort: { number: 1 } }),
  };
}
