import {
  type CalendarDate,
  type Cents,
  cents,
  invariant,
  message,
  minCents,
  subtractCents,
} from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { invoices } from '../invoices/index.ts';
import { PaymentExceedsClaimError } from '../ledger/index.ts';
import { findPage, type PageRequest, placeOf } from '../routing/index.ts';
import { repeatOnDuplicate } from '../writing/index.ts';
import { bankLines } from './bank-line.model.ts';
import { type Allocation, type Booking, createBookPayments } from './booking/book-payments.ts';
import { createReversePayments } from './booking/reverse-payments.ts';
import { type Payment, payments } from './payment.model.ts';
import type { PaymentsDeps } from './payments.deps.ts';
import { PaymentAlreadyReversedError, PaymentNotFoundError } from './payments.errors.ts';

export type PaymentByHand = {
  readonly debtorId: Id;
  readonly amountCents: Cents;
  readonly receivedOn: CalendarDate;
  readonly by: string;
  /** Without it, the invoices that are due longest are paid first. */
  readonly allocations?: readonly Allocation[];
  /** Chosen by the caller, so that a repeated request books once. */
  readonly key?: string;
};
export type PaymentService = ReturnType<typeof createPaymentService>;

/** Money that came in, and the claims it was booked on. */
export function createPaymentService(deps: PaymentsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(payments).in(scope);
  const bookPayments = createBookPayments(deps);
  const reversePayments = createReversePayments(deps);

  async function get(scope: Scope, id: Id): Promise<Payment> {
    const found = await table(scope).byId(id);
    if (!found) throw new PaymentNotFoundError(id.toHexString());
    return found;
  }

  /** Books a payment that a person entered. Repeating a key returns the first booking. */
  async function bookByHand(scope: Scope, entered: PaymentByHand): Promise<Payment> {
    const debtor = await store.table(debtors).in(scope).byId(entered.debtorId);
    if (!debtor) throw new DebtorNotFoundError(entered.debtorId.toHexString());
    const place = placeOf(debtor);
    const key = `by-hand:${entered.key ?? newId().toHexString()}`;
    const booked = () => table(scope).findOne({ administrationId: place.administrationId, key });
    const before = await booked();
    if (before) return before;

    const booking: Omit<Booking, 'allocations'> = {
      ...place,
      _id: newId(),
      key,
      debtorId: debtor._id,
      bankLineId: null,
      amountCents: entered.amountCents,
      receivedOn: entered.receivedOn,
      because: message('payments.by-hand', { by: entered.by }),
      by: entered.by,
    };
    await repeatOnDuplicate(() =>
      store.transaction(async (session) => {
        const allocations =
          entered.allocations ??
          longestDueFirst(entered, await openInvoices(scope, session, entered));
        await bookPayments(scope, session, [{ ...booking, allocations }]);
      }),
    );
    const payment = await booked();
    invariant(payment, 'a booking leaves a payment under its key');
    return payment;
  }

  const openInvoices = (scope: Scope, session: ClientSession, { debtorId }: PaymentByHand) =>
    store
      .table(invoices)
      .in(scope)
      .find({ debtorId, openCents: { $gt: 0 } }, { session, sort: { dueOn: 1, _id: 1 } });

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
      const on = await todayOf(deps, payment.administrationId);
      await reversePayments(scope, session, [payment], { ...reversal, on });
      if (!payment.bankLineId) return;
      const because = message('payments.released', { reason: reversal.reason });
      await store
        .table(bankLines)
        .in(scope)
        .updateOne(
          { _id: payment.bankLineId },
          { $set: { state: 'unmatched', because, debtorIds: [], proposal: null } },
          { session },
        );
    });
    return get(scope, id);
  }

  return {
    get,
    bookByHand,
    reverse,
    list: (scope: Scope, debtorId: Id, page: PageRequest = {}) =>
      findPage(table(scope), { debtorId }, { order: { receivedOn: -1 }, page }),
  };
}

/** Throws `PaymentExceedsClaimError` when the debtor owes less: a person then says what to do. */
function longestDueFirst(
  entered: PaymentByHand,
  open: readonly { readonly _id: Id; readonly openCents: number }[],
): Allocation[] {
  const allocations: Allocation[] = [];
  let leftCents = entered.amountCents;
  for (const invoice of open) {
    if (leftCents === 0) break;
    const amountCents = minCents(leftCents, cents(invoice.openCents));
    allocations.push({ invoiceId: invoice._id, amountCents });
    leftCents = subtractCents(leftCents, amountCents);
  }
  if (leftCents > 0) {
    const last = open.at(-1)?._id.toHexString() ?? '';
    throw new PaymentExceedsClaimError(last, leftCents);
  }
  return allocations;
}
