import { addDays, type CalendarDate } from '@inning/sdk';
import { claimTotals } from '../../domain/claims/index.ts';
import type { Facts } from '../engine/situation.ts';

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
      // The simulation asks how much is open, not of what: the rest counts as principal.
      const openCents = invoice.openCents - part;
      return { ...invoice, openCents, principalCents: openCents, costsCents: 0, interestCents: 0 };
    });
    const totals = claimTotals(paid.filter((one) => one.openCents > 0));
    return { ...claim, ...totals };
  };
}
