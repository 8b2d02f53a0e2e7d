import { addDays, type CalendarDate, type ClaimInvoice } from '@inning/sdk';
import { claimTotals } from '../../domain/claims/index.ts';
import type { Facts } from '../engine/facts/index.ts';

/** Money that arrives in a simulation, on a day counted from its start. */
export type SimulatedPayment = { readonly day: number; readonly amountCents: number };

/** The claim with payments taken off: oldest invoice first. */
export function payFrom(
  claimOn: Facts['claimOn'],
  startedOn: CalendarDate,
  payments: readonly SimulatedPayment[],
): Facts['claimOn'] {
  if (payments.length === 0) return claimOn;
  return (today, pending) => {
    const claim = claimOn(today, pending);
    let left = payments
      .filter(({ day }) => addDays(startedOn, day) <= today)
      .reduce((sum, { amountCents }) => sum + amountCents, 0);
    const paid = claim.invoices.map((invoice) => {
      const part = Math.min(left, invoice.openCents);
      left -= part;
      return paidInPart(invoice, part);
    });
    const totals = claimTotals(paid.filter((one) => one.openCents > 0));
    return { ...claim, ...totals };
  };
}

/** Costs first, then interest, then principal, as a payment is booked. */
function paidInPart(invoice: ClaimInvoice, paidCents: number): ClaimInvoice {
  const costs = Math.min(paidCents, invoice.costsCents);
  const interest = Math.min(paidCents - costs, invoice.interestCents);
  return {
    ...invoice,
    openCents: invoice.openCents - paidCents,
    costsCents: invoice.costsCents - costs,
    interestCents: invoice.interestCents - interest,
    principalCents: invoice.principalCents - (paidCents - costs - interest),
  };
}
