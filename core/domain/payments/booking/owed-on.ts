import { type CalendarDate, type Cents, cents } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../../store/index.ts';
import type { Settlement } from '../../claims/index.ts';
import { invoices } from '../../invoices/index.ts';
import type { PaymentsDeps } from '../payments.deps.ts';
import { CLAIM_FIELDS, type ClaimOfInvoice } from './postings-of.ts';

/** What a payment of a day may be booked on, booked or not. */
export type Owed = {
  readonly principalCents: Cents;
  /** What is booked, with announced costs that the law made due. */
  readonly demandedCents: Cents;
  /** Interest that grew since it was demanded last. */
  readonly grownCents: Cents;
};

export function owedOn(settlement: Settlement, invoice: ClaimOfInvoice, on: CalendarDate): Owed {
  const id = invoice._id.toHexString();
  const due = settlement.dueOn(invoice, on).find(({ invoiceId }) => invoiceId === id);
  const asClaimed = due ? ({ ...invoice, costState: 'claimable' } as const) : invoice;
  const { principalOpenCents, costsOpenCents, interestOpenCents } = invoice;
  const bookedCents = principalOpenCents + costsOpenCents + interestOpenCents;
  return {
    principalCents: cents(principalOpenCents),
    demandedCents: cents(bookedCents + (due?.costsCents ?? 0)),
    grownCents: settlement.grownOn(asClaimed, on),
  };
}

/**
 * Costs and interest that a payment of that day may be booked on beside the principal, as a matcher sees them.
 * What ends with the principal is not asked beside it: whoever pays the principal then is done.
 */
export function besidePrincipal(
  settlement: Settlement,
  invoice: ClaimOfInvoice,
  on: CalendarDate,
): { readonly costsCents: Cents; readonly interestCents: Cents } {
  const { principalOpenCents, costsOpenCents, interestOpenCents } = invoice;
  if (!settlement.keepsCostsOpen(invoice, on)) {
    return { costsCents: cents(costsOpenCents), interestCents: cents(interestOpenCents) };
  }
  const { demandedCents, grownCents } = owedOn(settlement, invoice, on);
  return {
    costsCents: cents(demandedCents - principalOpenCents - interestOpenCents),
    interestCents: cents(interestOpenCents + grownCents),
  };
}

/** The most that a payment of that day can be booked on each of some invoices. */
export function createOwedReader({ store, readSettlement }: PaymentsDeps) {
  return async (
    scope: Scope,
    session: ClientSession,
    { invoiceIds, on }: { readonly invoiceIds: readonly Id[]; readonly on: CalendarDate },
  ): Promise<ReadonlyMap<string, Cents>> => {
    const found: ClaimOfInvoice[] = await store
      .table(invoices)
      .in(scope)
      .find({ _id: { $in: [...invoiceIds] } }, { session, fields: CLAIM_FIELDS });
    const settlement = await readSettlement(scope, session, found);
    return new Map(
      found.map((invoice) => {
        const { demandedCents, grownCents } = owedOn(settlement, invoice, on);
        return [invoice._id.toHexString(), cents(demandedCents + grownCents)];
      }),
    );
  };
}
