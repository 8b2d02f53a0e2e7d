import { message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { bankLines } from './bank-line.model.ts';
import { createBookByHand } from './booking/book-by-hand.ts';
import { createBookCredit, createCreditOfDebtor } from './booking/book-credit.ts';
import { createBookPayments } from './booking/book-payments.ts';
import { createOwedReader } from './booking/owed-on.ts';
import { createReversePayments } from './booking/reverse-payments.ts';
import { unlearn } from './learning/forget-facts.ts';
import { type Payment, payments } from './payment.model.ts';
import type { PaymentsDeps } from './payments.deps.ts';
import { PaymentAlreadyReversedError, PaymentNotFoundError } from './payments.errors.ts';

type TakingBack = { readonly paymentId: Id; readonly reason: string; readonly by: string };
export type PaymentService = ReturnType<typeof createPaymentService>;

/** Money that came in, and the claims it was booked on. */
export function createPaymentService(deps: PaymentsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(payments).in(scope);
  const reversePayments = createReversePayments(deps);

  async function get(scope: Scope, id: Id): Promise<Payment> {
    const found = await table(scope).byId(id);
    if (!found) throw new PaymentNotFoundError(id.toHexString());
    return found;
  }

  /** Part of the caller's transaction; a payment that was reversed before stays as it is. */
  async function takeBack(
    scope: Scope,
    session: ClientSession,
    { paymentId, ...reversal }: TakingBack,
  ): Promise<void> {
    const payment = await table(scope).byId(paymentId, { session });
    if (!payment) throw new PaymentNotFoundError(paymentId.toHexString());
    const on = await todayOf(deps, payment.administrationId);
    await reversePayments(scope, session, { payments: [payment], ...reversal, on });
  }

  /** Opens the invoices again; a bank line that was behind it waits for a person. */
  async function reverse(
    scope: Scope,
    id: Id,
    reversal: { readonly reason: string; readonly by: string },
  ): Promise<Payment> {
    await store.transaction(async (session) => {
      const payment = await table(scope).byId(id, { session });
      if (!payment) throw new PaymentNotFoundError(id.toHexString());
      if (payment.reversedAt) throw new PaymentAlreadyReversedError(id.toHexString());
      await takeBack(scope, session, { paymentId: id, ...reversal });
      if (!payment.bankLineId) return;
      await unlearn(store, { scope, session }, [payment.bankLineId]);
      const because = message('payments.released', { reason: reversal.reason });
      await store
        .table(bankLines)
        .in(scope)
        .updateOne(
          { _id: payment.bankLineId },
          { $set: { state: 'unmatched', because, debtorIds: [], decidedBy: null } },
          { session },
        );
    });
    return get(scope, id);
  }

  return {
    get,
    /** Part of the caller's transaction; a key that was booked before is passed over. */
    book: createBookPayments(deps),
    /** The most that a payment of a day can be booked on some invoices, in the caller's transaction. */
    owedOn: createOwedReader(deps),
    takeBack,
    bookByHand: createBookByHand(deps),
    reverse,
    bookCredit: createBookCredit(deps),
    creditOfDebtor: createCreditOfDebtor(store),
    list: (scope: Scope, debtorId: Id, page: PageRequest = {}) =>
      findPage(table(scope), { debtorId }, { order: { receivedOn: -1 }, page }),
  };
}
