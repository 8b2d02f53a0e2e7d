import type { CalendarDate, Message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import { type TrustAccount, trustAccounts } from '../accounts/trust-account.model.ts';
import { trustLines } from '../lines/trust-line.model.ts';
import type { TrustDeps } from '../trust.deps.ts';
import type { CreditorShare } from './new-transaction.ts';
import { createPostTransaction } from './post-transaction.ts';
import { type TrustMovement, trustMovements } from './trust-movement.model.ts';
import { type TrustTransaction, trustTransactions } from './trust-transaction.model.ts';

export type ReversedAllocation = {
  readonly paymentId: Id;
  readonly on: CalendarDate;
  readonly by: string;
  readonly because: Message;
};

/**
 * Books on the trust account that a payment no longer stands: its money is nobody's again, and what the
 * agency kept of it goes back. What was remitted already, the creditor owes. Repeating it changes
 * nothing; a payment that did not come in on a trust account neither.
 */
export function createReverseAllocation(deps: TrustDeps) {
  const { store } = deps;
  const post = createPostTransaction(deps);

  async function reverse(
    scope: Scope,
    session: ClientSession,
    {
      booked,
      account,
      ...why
    }: ReversedAllocation & { booked: TrustTransaction; account: TrustAccount },
  ): Promise<void> {
    const movements = await store
      .table(trustMovements)
      .in(scope)
      .find({ agencyId: booked.agencyId, transactionId: booked._id }, { session });
    const grossCents = movements.reduce((sum, one) => sum + one.grossCents, 0);
    const feeCents = movements.reduce((sum, one) => sum + one.feeCents, 0);
    const isNew = await post(scope, session, {
      account,
      key: `reversed:${booked._id.toHexString()}`,
      kind: 'allocation-reversed',
      bookedOn: why.on,
      by: why.by,
      because: why.because,
      trustLineId: booked.trustLineId,
      paymentId: booked.paymentId,
      own: { unallocated: grossCents, agency: -feeCents },
      shares: movements.map((one) => oppositeOf(one, why.on)),
    });
    if (!isNew || !booked.trustLineId) return;
    const update = {
      $inc: { allocatedCents: -grossCents },
      $set: { state: 'waiting', because: why.because },
    };
    await store
      .table(trustLines)
      .in(scope)
      .updateOne({ _id: booked.trustLineId }, update as never, { session });
  }

  return async (scope: Scope, session: ClientSession, asked: ReversedAllocation): Promise<void> => {
    const booked = await store
      .table(trustTransactions)
      .in(scope)
      .find({ paymentId: asked.paymentId, kind: 'allocated' }, { session });
    for (const one of booked) {
      const account = await store
        .table(trustAccounts)
        .in(scope)
        .byId(one.trustAccountId, { session });
      if (account) await reverse(scope, session, { ...asked, booked: one, account });
    }
  };
}

/** It waits as long as what it takes back, so that the two go together; or for the next remittance. */
const oppositeOf = (one: TrustMovement, on: CalendarDate): CreditorShare => ({
  creditorId: one.creditorId,
  heldCents: -one.amountCents,
  onItsWayCents: 0,
  movement: {
    kind: 'reversed',
    grossCents: -one.grossCents,
    feeCents: -one.feeCents,
    valueOn: on,
    administrationId: one.administrationId ?? null,
    invoiceId: one.invoiceId ?? null,
    invoiceNumber: one.invoiceNumber ?? null,
    debtorName: one.debtorName ?? null,
    paymentId: one.paymentId ?? null,
    availableOn: one.trustRemittanceId ? on : one.availableOn,
  },
});
