import { message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { todayOf } from '../../administrations/index.ts';
import { findTrustAccount } from '../accounts/find-trust-account.ts';
import type { TrustAccount } from '../accounts/trust-account.model.ts';
import { createPostTransaction } from '../booking/post-transaction.ts';
import { trustBalances } from '../booking/trust-balance.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import {
  TrustFileOutError,
  TrustFileTakenError,
  TrustFourEyesError,
  TrustRemittanceNotFoundError,
  TrustRemittanceOutdatedError,
  TrustRemittanceStateError,
} from '../trust.errors.ts';
import type { Person } from './propose-remittance.ts';
import { freeMovements } from './settle-payments.ts';
import {
  type RemittedPayment,
  type TrustRemittance,
  trustRemittances,
} from './trust-remittance.model.ts';

type At = { readonly scope: Scope; readonly session: ClientSession };
type State = TrustRemittance['state'];

/** What becomes of a remittance between its proposal and the bank. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createDecideRemittance(deps: TrustDeps) {
  const { store, clock } = deps;
  const post = createPostTransaction(deps);
  const table = (scope: Scope) => store.table(trustRemittances).in(scope);

  async function inState(at: At, id: Id, states: readonly State[]): Promise<TrustRemittance> {
    const found = await table(at.scope).byId(id, at);
    if (!found) throw new TrustRemittanceNotFoundError(id.toHexString());
    if (!states.includes(found.state)) {
      throw new TrustRemittanceStateError(id.toHexString(), found.state);
    }
    return found;
  }

  /** The money is held again, and what it was made of may go into another remittance. */
  async function release(
    at: At,
    { remittance, payment, ...why }: Released & { remittance: TrustRemittance },
  ): Promise<void> {
    const { scope, session } = at;
    const id = remittance.trustAccountId;
    const account: TrustAccount = await findTrustAccount(store, scope, { id, session });
    const { creditorId, amountCents, creditorName: creditor } = payment;
    await post(scope, session, {
      account,
      key: `released:${payment.endToEndId}`,
      kind: 'released',
      bookedOn: await todayOf(deps, account.homeAdministrationId),
      by: why.by.name,
      because: message('trust.cancelled', {
        number: remittance.number,
        creditor,
        reason: why.reason,
      }),
      trustRemittanceId: remittance._id,
      own: {},
      shares: [{ creditorId, heldCents: amountCents, onItsWayCents: -amountCents }],
    });
    await freeMovements(store, at, { account, payment });
  }

  async function changed(at: At, id: Id, update: object): Promise<TrustRemittance> {
    const after = await table(at.scope).change({ _id: id }, update as never, at);
    if (!after) throw new TrustRemittanceNotFoundError(id.toHexString());
    return after;
  }

  async function assertStillRight(at: At, remittance: TrustRemittance): Promise<void> {
    const { trustAccountId, agencyId } = remittance;
    for (const { creditorId, creditorName, state } of remittance.payments) {
      if (state === 'cancelled') continue;
      const filter = { agencyId, trustAccountId, creditorId, recoverableCents: { $gt: 0 } };
      const owing = await store.table(trustBalances).in(at.scope).findOne(filter, at);
      if (owing) throw new TrustRemittanceOutdatedError(creditorName);
    }
  }

  return {
    /** By somebody else than who made it. Throws `TrustFourEyesError`, `TrustRemittanceOutdatedError`. */
    approve: (scope: Scope, id: Id, by: Person): Promise<TrustRemittance> =>
      store.transaction(async (session) => {
        const at = { scope, session };
        const found = await inState(at, id, ['proposed']);
        const maker = found.proposed?.userId;
        if (!maker || !by.userId || maker.equals(by.userId)) {
          throw new TrustFourEyesError(found.proposed?.name ?? '');
        }
        await assertStillRight(at, found);
        const approved = { ...by, at: clock.now() };
        return changed(at, id, { $set: { state: 'approved', approved } });
      }),

    /** Takes the whole remittance back, as long as the bank was asked nothing. */
    withdraw: (scope: Scope, id: Id, why: Why): Promise<TrustRemittance> =>
      store.transaction(async (session) => {
        const at = { scope, session };
        const remittance = await inState(at, id, ['proposed', 'approved']);
        if (remittance.filesTaken.length > 0) throw new TrustFileOutError(id.toHexString());
        const live = remittance.payments.filter((one) => one.state === 'open');
        for (const payment of live) {
          await release(at, { remittance, payment, ...why });
        }
        const payments = remittance.payments.map((one) => ({ ...one, state: 'cancelled' }));
        const withdrawn = { ...why.by, at: clock.now() };
        const $set = { state: 'withdrawn', withdrawn, withdrawnReason: why.reason, payments };
        return changed(at, id, { $set });
      }),

    /**
     * One payment that is not to be made after all, or that the bank did not carry out; the rest goes on. Before
     * approval it leaves the sum that is approved; when it was the last one, nothing is left to approve.
     */
    cancelPayment: (scope: Scope, id: Id, cancelled: Why & { readonly endToEndId: string }) =>
      store.transaction(async (session) => {
        const at = { scope, session };
        const remittance = await inState(at, id, ['proposed', 'approved']);
        const payment = remittance.payments.find(
          (one) => one.endToEndId === cancelled.endToEndId && one.state === 'open',
        );
        if (!payment) throw new TrustRemittanceStateError(id.toHexString(), 'paid');
        await release(at, { remittance, payment, ...cancelled });
        const payments = remittance.payments.map((one) =>
          one === payment ? { ...one, state: 'cancelled' } : one,
        );
        const after = afterCancelling(remittance, payments as RemittedPayment[]);
        const isGone = after.state === 'withdrawn';
        const withdrawn = { ...cancelled.by, at: clock.now() };
        const why = isGone ? { withdrawn, withdrawnReason: cancelled.reason } : {};
        return changed(at, id, { $set: { payments, ...after, ...why } });
      }),

    /**
     * Notes that somebody takes the file for the bank, before it is handed out: whoever dies in
     * between finds it noted. Throws `TrustFileTakenError` the second time, unless that is meant.
     */
    takeFile: (scope: Scope, id: Id, taking: { readonly by: Person; readonly again: boolean }) =>
      store.transaction(async (session) => {
        const at = { scope, session };
        const remittance = await inState(at, id, ['approved']);
        const last = remittance.filesTaken.at(-1);
        if (last && !taking.again) {
          throw new TrustFileTakenError({ by: last.name, at: last.at.toISOString() });
        }
        const taken = { at: clock.now(), name: taking.by.name };
        return changed(at, id, { $push: { filesTaken: taken } });
      }),
  };
}

/** What is left: an approved remittance is done without it, a proposed one is smaller or gone. */
function afterCancelling(
  { state, totalCents }: TrustRemittance,
  payments: readonly RemittedPayment[],
): Partial<Pick<TrustRemittance, 'state' | 'totalCents'>> {
  const open = payments.filter((one) => one.state === 'open');
  if (state === 'approved') return open.length > 0 ? {} : { state: 'done' as const };
  if (open.length === 0) return { state: 'withdrawn' as const, totalCents };
  return { totalCents: open.reduce((sum, one) => sum + one.amountCents, 0) };
}

export type Why = { readonly by: Person; readonly reason: string };
type Released = Why & { readonly payment: RemittedPayment };
