import type { CalendarDate, ClaimInvoice, DebtorKind } from '@inning/sdk';
import type { Debtor } from '../../debtors/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import { bookLetter } from '../changing/cost-bookings.ts';
import { claimableFrom, clockOf } from './clock-of.ts';
import { dueCosts } from './due-costs.ts';
import { asksInterest, interestOn } from './interest-on.ts';
import type { LawOfClaim } from './law-of-claim.ts';
import { lettersOf } from './letters-of.ts';

type Sources = {
  readonly debtor: Pick<Debtor, 'kind'>;
  readonly invoices: readonly Invoice[];
  readonly law?: LawOfClaim;
};

/**
 * Booked amounts of open invoices, with what the law adds on a day: interest that has grown, costs that were
 * announced with their term, and those costs themselves once that term has passed. `costState` stays what a
 * step or a person made of it. Invoices that bear none of it are left as they are.
 */
export function withLaw(
  booked: readonly ClaimInvoice[],
  { debtor, invoices, law }: Sources,
  on: CalendarDate,
): ClaimInvoice[] {
  if (!law) return [...booked];
  const asking = { law, debtorKind: debtor.kind, on };
  const parts = costParts(invoices, asking);
  return booked.map((one) => {
    const part = one.costState === 'announced' ? parts.get(one.id) : undefined;
    const isDue = part !== undefined && part.dueCents !== null;
    return withInterest(part ? withCosts(one, part) : one, { ...asking, isDue });
  });
}

function withCosts(one: ClaimInvoice, { dueCents, ...days }: CostPart): ClaimInvoice {
  return {
    ...one,
    ...days,
    costsCents: one.costsCents + (dueCents ?? 0),
    openCents: one.openCents + (dueCents ?? 0),
  };
}

type Asking = {
  readonly law: LawOfClaim;
  readonly debtorKind: DebtorKind;
  readonly on: CalendarDate;
};

function withInterest(
  one: ClaimInvoice,
  { law, debtorKind, on, isDue }: Asking & { readonly isDue: boolean },
): ClaimInvoice {
  if (!asksInterest(isDue ? { costState: 'claimable' } : one, law)) return one;
  const grownCents = interestOn({ ...one, debtorKind }, law, on)?.openInterestCents ?? 0;
  // What was booked was demanded once; a payment that was taken back may leave more of it than grew.
  const moreCents = Math.max(0, grownCents - one.interestCents);
  return {
    ...one,
    interestCents: one.interestCents + moreCents,
    openCents: one.openCents + moreCents,
  };
}

type CostPart = Pick<ClaimInvoice, 'announcedCents' | 'lastDayOn' | 'claimableOn'> & {
  /** Owed by law; null while the term runs. */
  readonly dueCents: number | null;
};

/** By invoice the debtor's part of the announced costs and its days, computed for each letter as a whole. */
function costParts(invoices: readonly Invoice[], asking: Asking): Map<string, CostPart> {
  const parts = new Map<string, CostPart>();
  const due = new Set(dueCosts(invoices, asking, asking.on).map(({ invoiceId }) => invoiceId));
  for (const its of lettersOf(invoices).values()) {
    const announcement = its[0]?.announcement ?? null;
    const clock = clockOf(its, asking.debtorKind, asking.law.country);
    const lastDayOn = clock?.lastDayOn ?? null;
    const claimableOn = claimableFrom(announcement, clock);
    for (const { invoiceId, costsCents } of bookLetter(its, asking)) {
      const amounts = due.has(invoiceId)
        ? { announcedCents: 0, dueCents: costsCents }
        : { announcedCents: costsCents, dueCents: null };
      parts.set(invoiceId, { ...amounts, lastDayOn, claimableOn });
    }
  }
  return parts;
}
