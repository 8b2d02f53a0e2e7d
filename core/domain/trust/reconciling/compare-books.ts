import type { Id, Scope } from '../../../store/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { trustBalances } from '../booking/trust-balance.model.ts';
import { trustMovements } from '../booking/trust-movement.model.ts';
import { type TrustLedger, trustTransactions } from '../booking/trust-transaction.model.ts';
import type { TrustDeps } from '../trust.deps.ts';

type Sum = { readonly _id: { ledger: TrustLedger; creditorId: Id | null }; readonly sum: number };

/** Adds everything up again and says, one line each, what disagrees with the balances. None is good. */
export async function compareBooks(
  store: TrustDeps['store'],
  scope: Scope,
  account: TrustAccount,
): Promise<string[]> {
  const trustAccountId = account._id;
  const sums = await store
    .table(trustTransactions)
    .in(scope)
    .aggregate<Sum>([
      { $match: { trustAccountId } },
      { $unwind: '$entries' },
      {
        $group: {
          _id: { ledger: '$entries.ledger', creditorId: '$entries.creditorId' },
          sum: { $sum: '$entries.amountCents' },
        },
      },
    ]);
  const sumOf = (ledger: TrustLedger, creditorId: Id | null = null) =>
    sums.find(
      ({ _id }) =>
        _id.ledger === ledger && (creditorId ? creditorId.equals(_id.creditorId ?? '') : true),
    )?.sum ?? 0;
  const problems: string[] = [];
  const expect = (what: string, cached: number, summed: number) => {
    if (cached !== summed) problems.push(`${what}: ${cached} is kept, ${summed} was booked`);
    if (cached < 0 && !MAY_BE_OWED.has(what)) problems.push(`${what} is below zero: ${cached}`);
  };
  expect(
    'entries',
    0,
    sums.reduce((total, one) => total + one.sum, 0),
  );
  expect('bank', account.bankCents, sumOf('bank'));
  expect('unexplained', account.unexplainedCents, sumOf('unexplained'));
  expect('unallocated', account.unallocatedCents, 0 - sumOf('unallocated'));
  expect('agency', account.agencyCents, 0 - sumOf('agency'));

  const moved = await movedByCreditor(store, scope, account);
  const balances = await store.table(trustBalances).in(scope).find({ trustAccountId });
  for (const one of balances) {
    const of = one.creditorId.toHexString();
    expect(`held for ${of}`, one.heldCents, 0 - sumOf('held', one.creditorId));
    expect(`on its way to ${of}`, one.onItsWayCents, 0 - sumOf('on-its-way', one.creditorId));
    expect(`owed by ${of}`, one.recoverableCents, sumOf('recoverable', one.creditorId));
    const balance = one.heldCents + one.onItsWayCents - one.recoverableCents;
    const moves = moved.get(of) ?? 0;
    if (balance !== moves) problems.push(`statement of ${of}: ${moves} instead of ${balance}`);
  }
  return problems;
}

/** An agency may owe the account, and a bank account may be overdrawn, whatever the rules say. */
const MAY_BE_OWED = new Set(['agency', 'bank']);

async function movedByCreditor(
  store: TrustDeps['store'],
  scope: Scope,
  account: TrustAccount,
): Promise<Map<string, number>> {
  const sums = await store
    .table(trustMovements)
    .in(scope)
    .aggregate<{ _id: Id; sum: number }>([
      { $match: { trustAccountId: account._id } },
      { $group: { _id: '$creditorId', sum: { $sum: '$amountCents' } } },
    ]);
  return new Map(sums.map((one) => [one._id.toHexString(), one.sum]));
}
