import { type CalendarDate, type Message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Scope } from '../../../store/index.ts';
import { createReversePayments, payments } from '../../payments/index.ts';
import { createReverseAllocation } from '../booking/reverse-allocation.ts';
import { trustTransactions } from '../booking/trust-transaction.model.ts';
import { trustTexts } from '../texts.ts';
import type { TrustDeps } from '../trust.deps.ts';
import type { TrustLine } from './trust-line.model.ts';

/** Takes a line off all invoices that it stands on; the payments are reversed in the same transaction. */
export function createReleaseLine(deps: TrustDeps) {
  const { store } = deps;
  const reversePayments = createReversePayments(deps);
  const reverseAllocation = createReverseAllocation(deps);

  return async (
    scope: Scope,
    session: ClientSession,
    released: {
      readonly line: TrustLine;
      readonly because: Message;
      readonly by: string;
      readonly on: CalendarDate;
    },
  ): Promise<number> => {
    const { line, because, by, on } = released;
    const booked = await store
      .table(trustTransactions)
      .in(scope)
      .find(
        { trustAccountId: line.trustAccountId, trustLineId: line._id, kind: 'allocated' },
        { session },
      );
    const paymentIds = booked.flatMap((one) => (one.paymentId ? [one.paymentId] : []));
    const standing = await store
      .table(payments)
      .in(scope)
      .find({ _id: { $in: paymentIds }, reversedAt: null }, { session });
    const reason = sayMessage(trustTexts, because, 'nl');
    await reversePayments(scope, session, { payments: standing, reason, by, on });
    for (const paymentId of paymentIds) {
      await reverseAllocation(scope, session, { paymentId, on, by, because });
    }
    return standing.length;
  };
}
