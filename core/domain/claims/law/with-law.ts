import type { CalendarDate, ClaimInvoice, DebtorKind } from '@inning/sdk';
import type { Debtor } from '../../debtors/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import { bookLetter } from '../changing/cost-bookings.ts';
import { claimableFrom, clockOf } from './clock-of.ts';
import { asksInterest, interestOn } from './interest-on.ts';
import type { LawOfClaim } from './law-of-claim.ts';
import { lettersOf } from './letters-of.ts';

type Sources = {
  readonly debtor: Pick<Debtor, 'kind'>;
  readonly invoices: readonly Invoice[];
  readonly law?: LawOfClaim;
};

/**
 * Booked amounts of open invoices, with what the law adds on a day: interest that has grown, and costs that
 * were announced with their term. Invoices that bear neither are left as they are.
 */
export function withLaw(
  booked: readonly ClaimInvoice[],
  { debtor, invoices, law }: Sources,
  on: CalendarDate,
): ClaimInvoice[] {
  if (!law) return [...booked];
  const announced = announcedParts(invoices, { law, debtorKind: debtor.kind });
  return booked.map((one) => {
    const grown = withInterest(one, { law, debtorKind: debtor.kind, on });
    if (one.costState !== 'announced') return grown;
    return { ...grown, ...NOT_ANNOUNCED, ...announced.get(one.id) };
  });
}

type Asking = { readonly law: LawOfClaim; readonly debtorKind: DebtorKind };

function withInterest(
  one: ClaimInvoice,
  { law, debtorKind, on }: Asking & { readonly on: CalendarDate },
): ClaimInvoice {
  if (!asksInterest(one, law)) return one;
  const grownCents = interestOn({ ...one, debtorKind }, law, on)?.openInterestCents ?? 0;
  // What was booked was demanded once; a payment that was taken back may leave more of it than grew.
  const moreCents = Math.max(0, grownCents - one.interestCents);
  return {
    ...one,
    interestCents: one.interestCents + moreCents,
    openCents: one.openCents + moreCents,
  };
}

type AnnouncedPart = Pick<ClaimInvoice, 'announcedCents' | 'lastDayOn' | 'claimableOn'>;
const NOT_ANNOUNCED: AnnouncedPart = { announcedCents: 0, lastDayOn: null, claimableOn: null };

/** By invoice the debtor's part of the announced costs and its days, computed for each letter as a whole. */
function announcedParts(
  invoices: readonly Invoice[],
  { law, debtorKind }: Asking,
): Map<string, AnnouncedPart> {
  const parts = new Map<string, AnnouncedPart>();
  for (const its of lettersOf(invoices).values()) {
    const announcement = its[0]?.announcement ?? null;
    const clock = clockOf(its, debtorKind, law.country);
    const lastDayOn = clock?.lastDayOn ?? null;
    const claimableOn = claimableFrom(announcement, clock);
    for (const { invoiceId, costsCents } of bookLetter(its, { law, debtorKind })) {
      parts.set(invoiceId, { announcedCents: costsCents, lastDayOn, claimableOn });
    }
  }
  return parts;
}
