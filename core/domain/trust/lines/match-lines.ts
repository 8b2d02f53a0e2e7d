import { message, type PaymentMatchPort } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { bankLineOf } from '../../payments/index.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createBookAllocation } from '../booking/book-allocation.ts';
import { createSettlePayments } from '../remittances/settle-payments.ts';
import type { TrustDeps } from '../trust.deps.ts';
import { proposeForLine } from './find-trust-candidates.ts';
import { createTakeBack, findTakenBack } from './take-back.ts';
import { type TrustLine, trustLines } from './trust-line.model.ts';

export type TrustMatchCounts = { readonly settledCount: number; readonly waitingCount: number };
type In = { readonly scope: Scope; readonly session: ClientSession };
type Looking = {
  readonly account: TrustAccount;
  readonly matcher: PaymentMatchPort | null;
  readonly line: TrustLine;
};

/**
 * Goes through the lines that are still `new`, oldest first, each in a transaction of its own: a crash
 * leaves the rest `new`, and two runs at once never book a line twice.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createMatchLines(deps: TrustDeps) {
  const { store } = deps;
  const bookAllocation = createBookAllocation(deps);
  const settle = createSettlePayments(deps);
  const takeBack = createTakeBack(deps);

  async function wait({ scope, session }: In, line: TrustLine, change: object): Promise<false> {
    const because = message(line.amountCents < 0 ? 'trust.paid-out' : 'trust.nothing-found');
    await store
      .table(trustLines)
      .in(scope)
      .updateOne(
        { _id: line._id },
        { $set: { state: 'waiting', because, ...change } },
        { session },
      );
    return false;
  }

  async function paidOut(at: In, { account, line }: Looking): Promise<boolean> {
    if (await settle.outgoing(at, account, line)) return true;
    const original = line.isReversal ? await findTakenBack(store, at, line) : null;
    if (!original) return wait(at, line, {});
    await takeBack(at.scope, at.session, { account, line, original });
    return true;
  }

  async function received(at: In, { account, line, matcher }: Looking): Promise<boolean> {
    if (await settle.returned(at, account, line)) return true;
    const proposal = await proposeForLine(deps, at, { line: bankLineOf(line), matcher });
    if (!proposal) return wait(at, line, {});
    const { because, allocations } = proposal;
    if (!proposal.isCertain) {
      return wait(at, line, { state: 'plausible', because, proposal: { allocations } });
    }
    const booked = { account, line, allocations, because, by: 'system' };
    const after = await bookAllocation(at.scope, at.session, booked);
    return after.state === 'settled';
  }

  const matchOne = (scope: Scope, look: Omit<Looking, 'line'>, id: Id) =>
    store.transaction(async (session) => {
      const line = await store.table(trustLines).in(scope).byId(id, { session });
      if (line?.state !== 'new') return null;
      const at = { scope, session };
      return line.amountCents < 0
        ? paidOut(at, { ...look, line })
        : received(at, { ...look, line });
    });

  return async (scope: Scope, account: TrustAccount): Promise<TrustMatchCounts> => {
    const matcher = await deps.matcherFor({
      agencyId: account.agencyId,
      creditorId: account.homeCreditorId,
      administrationId: account.homeAdministrationId,
    });
    const rows = await store
      .table(trustLines)
      .in(scope)
      .find(
        { trustAccountId: account._id, state: 'new' },
        { sort: { bookedOn: 1, _id: 1 }, fields: ['_id'] },
      );
    let settledCount = 0;
    let waitingCount = 0;
    for (const { _id } of rows) {
      const isSettled = await matchOne(scope, { account, matcher }, _id);
      if (isSettled === true) settledCount += 1;
      if (isSettled === false) waitingCount += 1;
    }
    return { settledCount, waitingCount };
  };
}
