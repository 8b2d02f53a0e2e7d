import { addDays, type CalendarDate, cents, type DebtorKind } from '@inning/sdk';
import { agreedCosts } from '../../collection-terms/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import {
  atMost,
  type CostBearer,
  costsOfLetter,
  type CostsOfLetter,
} from '../law/announced-costs.ts';
import { claimableFrom, clockOf } from '../law/clock-of.ts';
import type { LawOfClaim } from '../law/law-of-claim.ts';
import { principalAfterTerm } from '../law/principal-after-term.ts';
import { lettersOf } from '../law/letters-of.ts';
import { refusalOf } from '../specify/legal-clocks.ts';

/** Costs of one invoice as they are booked, with the numbers by which anyone can check them. */
export type CostBooking = {
  readonly invoiceId: string;
  readonly costsCents: number;
  /** The principal on which it was decided: when that changed meanwhile, it is decided anew. */
  readonly principalCents: number;
  readonly facts: Readonly<Record<string, string | number | null>>;
};
/** Announced costs that may not be claimed on that day, and why. */
export type CostRefusal = {
  readonly announcementId: string;
  readonly reason: string;
  /** The day on which they may be; null when the day does not come by itself. */
  readonly claimableOn: CalendarDate | null;
  /** What is wrong with the letter, as codes. */
  readonly faults: readonly string[];
};
export type CostDecision = {
  readonly bookings: readonly CostBooking[];
  readonly refusals: readonly CostRefusal[];
};
type Asking = { readonly law: LawOfClaim; readonly debtorKind: DebtorKind };

/** Which announced costs may be claimed on a day, and what they are. */
export function decideCosts(
  invoices: readonly Invoice[],
  asking: Asking,
  on: CalendarDate,
): CostDecision {
  const bookings: CostBooking[] = [];
  const refusals: CostRefusal[] = [];
  for (const its of lettersOf(invoices).values()) {
    const refusal = refuse(its, asking, on);
    if (refusal) refusals.push(refusal);
    else bookings.push(...bookLetter(its, asking));
  }
  return { bookings, refusals };
}

function refuse(its: readonly Invoice[], asking: Asking, on: CalendarDate): CostRefusal | null {
  const announcement = its[0]?.announcement;
  const clock = clockOf(its, asking.debtorKind, asking.law.country);
  const claimableOn = claimableFrom(announcement, clock);
  if (claimableOn !== null && claimableOn <= on) return null;
  return {
    announcementId: announcement?.id ?? '',
    reason: refusalOf(announcement, clock) ?? 'too-early',
    claimableOn,
    faults: announcement?.faults ?? [],
  };
}

/** The costs of one letter over its invoices. */
export function bookLetter(its: readonly Invoice[], asking: Asking): CostBooking[] {
  const bearers = bearersOf(its, asking);
  const weights = bearers.map(({ principalCents }) => principalCents);
  const computed = costsOfLetter(bearers, asking.debtorKind, asking.law);
  const bound = computed && atMost(computed, its[0]?.announcement?.statedCents ?? null, weights);
  const facts = {
    ...(bound ? namesOf(bound) : NOTHING),
    ...askedOf(bearers, asking),
  };
  return its.map((invoice, index) => ({
    invoiceId: String(invoice._id),
    costsCents: bound?.parts[index] ?? 0,
    principalCents: invoice.principalOpenCents,
    facts: { ...facts, number: invoice.number },
  }));
}

const namesOf = ({ costs, debtorCents }: CostsOfLetter) => ({
  totalCents: costs.totalCents,
  debtorCents,
  article: costs.ground.article,
});
const NOTHING = { totalCents: 0, debtorCents: 0, article: '' };

/** What the costs were asked about, so that they can be computed again. */
function askedOf(bearers: readonly CostBearer[], { law, debtorKind }: Asking) {
  const baseCents = bearers.reduce((sum, { principalCents }) => sum + principalCents, 0);
  const [firstDueOn] = bearers.map(({ dueOn }) => dueOn).toSorted();
  return {
    baseCents,
    agreedCents: agreedCosts(law.terms, debtorKind, cents(baseCents)),
    defaultOn: firstDueOn === undefined ? null : addDays(firstDueOn, 1),
    vat: law.terms.isVatDeductible ? 'deducted' : 'added',
  };
}

function bearersOf(its: readonly Invoice[], { law, debtorKind }: Asking): CostBearer[] {
  const lastDayOn = clockOf(its, debtorKind, law.country)?.lastDayOn ?? null;
  return its.map((invoice) => ({
    id: String(invoice._id),
    dueOn: invoice.dueOn,
    principalCents: principalAfterTerm(invoice, law, lastDayOn),
  }));
}
