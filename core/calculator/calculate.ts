import {
  addDays,
  type CalendarDate,
  type Cents,
  cents,
  type CostsAnswer,
  type Country,
  type DebtorKind,
  type InterestAnswer,
  type LegalRemark,
  minCents,
  sumCents,
} from '@inning/sdk';

/** What somebody knows of one debt. */
export type DebtQuestion = {
  readonly debtorKind: DebtorKind;
  readonly principalCents: Cents;
  /** The last day on which it could be paid in time. */
  readonly dueOn: CalendarDate;
  /** The last day that counts. */
  readonly until: CalendarDate;
  /** True when a letter announced the costs, and its term has passed. */
  readonly isAnnounced: boolean;
  readonly isVatDeductible: boolean;
  readonly payments: readonly { readonly on: CalendarDate; readonly amountCents: Cents }[];
};

export type DebtAnswer = {
  readonly costs: CostsAnswer;
  readonly interest: InterestAnswer;
  readonly openPrincipalCents: Cents;
  readonly openInterestCents: Cents;
  readonly costsCents: Cents;
  /** To pay now: what is open of principal and interest, and the costs. */
  readonly totalCents: Cents;
  readonly remarks: readonly LegalRemark[];
};

/**
 * Costs and interest of one debt, by the functions that the country pack has for them. What was paid in
 * time makes the debt smaller; what was paid later goes to interest and principal. Throws a `DomainError`
 * of the country when no rule covers the days.
 */
export function calculateDebt(country: Country, question: DebtQuestion): DebtAnswer {
  const { debtorKind, dueOn, until, isAnnounced, isVatDeductible } = question;
  const counted = question.payments.filter(({ on }) => on <= until);
  const inTime = counted.filter(({ on }) => on <= dueOn);
  const paidInTime = sumCents(inTime.map(({ amountCents }) => amountCents));
  const principalCents = cents(
    question.principalCents - minCents(paidInTime, question.principalCents),
  );
  const firstDay = addDays(dueOn, 1);
  const costs = country.costs({
    debtorKind,
    principalsCents: [principalCents],
    defaultOn: firstDay,
    isVatDeductible,
    agreedCents: null,
    isAnnounced,
    earlierTerms: null,
  });
  const interest = country.interest({
    kind: debtorKind === 'consumer' ? 'consumer' : 'commercial',
    principalCents,
    from: firstDay,
    to: addDays(until, 1),
    payments: counted.filter(({ on }) => on > dueOn),
    agreed: null,
  });
  const { openPrincipalCents, openInterestCents } = interest;
  const costsCents = costs.totalCents;
  return {
    costs,
    interest,
    openPrincipalCents,
    openInterestCents,
    costsCents,
    totalCents: sumCents([openPrincipalCents, openInterestCents, costsCents]),
    remarks: [...costs.remarks, ...interest.remarks],
  };
}
