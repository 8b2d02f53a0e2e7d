import { type CalendarDate, type Cents, invariant, message } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../../debtors/index.ts';
import { invoices } from '../../invoices/index.ts';
import { PaymentExceedsClaimError } from '../../ledger/index.ts';
import { placeOf } from '../../routing/index.ts';
import { repeatOnDuplicate } from '../../writing/index.ts';
import { type Payment, payments } from '../payment.model.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { createBookPayments } from './book-payments.ts';
import type { Allocation, Booking } from './booking.ts';
import { fillByClaim } from './fill-by-claim.ts';
import { CLAIM_FIELDS, type ClaimOfInvoice } from './postings-of.ts';

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
/** Books a payment that a person entered. Repeating a key returns the first booking. */
export function createBookByHand(deps: PaymentsDeps) {
  const { store, readSettlement } = deps;
  const table = (scope: Scope) => store.table(payments).in(scope);
  const bookPayments = createBookPayments(deps);

  const openInvoices = (scope: Scope, session: ClientSession, { debtorId }: PaymentByHand) =>
    store
      .table(invoices)
      .in(scope)
      .find(
        { debtorId, openCents: { $gt: 0 } },
        { session, sort: { dueOn: 1, _id: 1 }, fields: CLAIM_FIELDS },
      );

  /** Throws `PaymentExceedsClaimError` when the debtor owes less: a person then says what to do. */
  async function longestDueFirst(
    scope: Scope,
    session: ClientSession,
    entered: PaymentByHand,
  ): Promise<readonly Allocation[]> {
    const open: ClaimOfInvoice[] = await openInvoices(scope, session, entered);
    const settlement = await readSettlement(scope, session, open);
    const asked = { paidCents: entered.amountCents, on: entered.receivedOn };
    const { allocations, leftCents } = fillByClaim(asked, open, settlement);
    if (leftCents > 0) {
      throw new PaymentExceedsClaimError(open.at(-1)?._id.toHexString() ?? '', leftCents);
    }
    return allocations;
  }

  return async (scope: Scope, entered: PaymentByHand): Promise<Payment> => {
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
        const allocations = entered.allocations ?? (await longestDueFirst(scope, session, entered));
        await bookPayments(scope, session, [{ ...booking, allocations }]);
      }),
    );
    const payment = await booked();
    invariant(payment, 'a booking leaves a payment under its key');
    return payment;
  };
}
