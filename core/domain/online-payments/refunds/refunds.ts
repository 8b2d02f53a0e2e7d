import { type Cents, cents, sumCents } from '@inning/sdk';
import type { Id, Scope, Store } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { getOnlinePayment } from '../get-online-payment.ts';
import { type OnlinePayment, onlinePayments, type Refund } from '../online-payment.model.ts';
import type { OnlinePaymentsDeps } from '../online-payments.deps.ts';
import {
  RefundDecidedError,
  RefundExceedsPaymentError,
  RefundNeedsSecondPersonError,
  RefundNotFoundError,
} from '../online-payments.errors.ts';
import { sendRefund } from './send-refund.ts';

type Person = { readonly id: string; readonly name: string };
export type WantedRefund = {
  /** Chosen by the caller: repeating it asks once. */
  readonly key: string;
  readonly amountCents: Cents;
  readonly reason: string;
  readonly by: Person;
};
type Decision = { readonly isApproved: boolean; readonly by: Person };

/** Those of which money left, may have left or is about to. */
const COUNTS: readonly Refund['state'][] = ['waiting', 'sending', 'sent', 'unclear'];

/**
 * Sends money back to the payer. Above the limit of the administration a second person decides. A refund
 * is written before it is sent, and its key goes with it, so that it is never made twice.
 */
export function createRefunds(deps: OnlinePaymentsDeps) {
  const { store, clock } = deps;
  const get = (scope: Scope, id: Id) => getOnlinePayment(store, scope, id);
  const send = (scope: Scope, id: Id, key: string) => sendRefund(deps, scope, { id, key });
  const table = (scope: Scope) => store.table(onlinePayments).in(scope);

  async function ask(scope: Scope, id: Id, wanted: WantedRefund): Promise<OnlinePayment> {
    const before = await get(scope, id);
    if (before.refunds.some((one) => one.key === wanted.key)) return before;
    await store.transaction(async (session) => {
      const row = await table(scope).byId(id, { session });
      if (!row || row.refunds.some((one) => one.key === wanted.key)) return;
      const leftCents = refundable(row);
      if (wanted.amountCents > leftCents) throw new RefundExceedsPaymentError(leftCents);
      const state = wanted.amountCents > (await limitOf(store, scope, row)) ? 'waiting' : 'sending';
      const refund = {
        key: wanted.key,
        amountCents: wanted.amountCents,
        reason: wanted.reason,
        state,
        askedAt: clock.now(),
        askedBy: wanted.by.name,
        askedById: wanted.by.id,
      };
      await table(scope).updateOne({ _id: id }, { $push: { refunds: refund } } as never, {
        session,
      });
    });
    return send(scope, id, wanted.key);
  }

  async function decide(
    scope: Scope,
    id: Id,
    { key, isApproved, by }: Decision & { readonly key: string },
  ): Promise<OnlinePayment> {
    const row = await get(scope, id);
    const refund = row.refunds.find((one) => one.key === key);
    if (!refund) throw new RefundNotFoundError(key);
    if (refund.state !== 'waiting') throw new RefundDecidedError(refund.state);
    if (isApproved && refund.askedById === by.id) throw new RefundNeedsSecondPersonError();
    const which = { _id: id, refunds: { $elemMatch: { key, state: 'waiting' as const } } };
    await table(scope).updateOne(which, {
      $set: {
        'refunds.$.state': isApproved ? 'sending' : 'declined',
        'refunds.$.decidedAt': clock.now(),
        'refunds.$.decidedBy': by.name,
      },
    } as never);
    return isApproved ? send(scope, id, key) : get(scope, id);
  }

  return { ask, decide, send };
}

async function limitOf(store: Store, scope: Scope, row: OnlinePayment): Promise<number> {
  const administration = await store.table(administrations).in(scope).byId(row.administrationId);
  return administration?.refundLimitCents ?? 0;
}

/** What came in, less what went back or is asked to. */
export function refundable(row: OnlinePayment): Cents {
  const asked = sumCents(
    row.refunds.filter((one) => COUNTS.includes(one.state)).map((one) => cents(one.amountCents)),
  );
  // What the provider tells can be more than what was asked here: somebody refunded at the provider.
  const gone = Math.max(asked, row.refundedCents) + row.chargedBackCents;
  return cents(Math.max(0, row.paidCents - gone));
}
