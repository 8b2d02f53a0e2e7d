import {
  addDays,
  allocateCents,
  type CalendarDate,
  type Cents,
  cents,
  type CostsAnswer,
  type DebtorKind,
  minCents,
  sumCents,
} from '@inning/sdk';
import { agreedCosts, shareOfDebtor } from '../../collection-terms/index.ts';
import type { LawOfClaim } from './law-of-claim.ts';

/** An invoice whose costs are asked about: together with the others of one letter. */
export type CostBearer = {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly principalCents: number;
};

export type CostsOfLetter = {
  /** What the law says, whoever bears it. */
  readonly costs: CostsAnswer;
  /** The debtor's part. */
  readonly debtorCents: Cents;
  /** That part over the invoices, in the order asked; always adds up. */
  readonly parts: readonly Cents[];
};

/** The costs of the invoices that one letter demands, and what of it is the debtor's. */
export function costsOfLetter(
  invoices: readonly CostBearer[],
  debtorKind: DebtorKind,
  law: Pick<LawOfClaim, 'country' | 'terms'>,
): CostsOfLetter | null {
  const principalCents = sumCents(invoices.map((one) => cents(one.principalCents)));
  const first = invoices.reduce<CalendarDate | null>(
    (min, { dueOn }) => (min === null || dueOn < min ? dueOn : min),
    null,
  );
  if (first === null || principalCents <= 0) return null;
  const { country, terms } = law;
  const costs = country.costs({
    debtorKind,
    principalsCents: invoices.map((one) => cents(one.principalCents)),
    defaultOn: addDays(first, 1),
    isVatDeductible: terms.isVatDeductible,
    agreedCents: agreedCosts(terms, debtorKind, principalCents),
    isAnnounced: true,
    earlierTerms: null,
  });
  const debtorCents = shareOfDebtor(terms, costs.totalCents);
  const weights = invoices.map((one) => one.principalCents);
  return { costs, debtorCents, parts: allocateCents(debtorCents, weights) };
}

/** A letter binds: costs never become more than it named. */
export function atMost(of: CostsOfLetter, statedCents: number | null, weights: readonly number[]) {
  if (statedCents === null || of.debtorCents <= statedCents) return of;
  const debtorCents = minCents(of.debtorCents, cents(statedCents));
  return { ...of, debtorCents, parts: allocateCents(debtorCents, weights) };
}
