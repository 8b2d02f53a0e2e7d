import { add, type Fraction, roundHalfUp, simplify, subtract, whole, ZERO } from '../fraction.ts';

/** A principal in whole cents with exact interest on it; nothing is rounded before money moves. */
export type Debt = {
  readonly principalCents: number;
  /** Interest of full years, which bears interest itself. */
  readonly capitalised: Fraction;
  readonly pending: Fraction;
};

export const newDebt = (principalCents: number): Debt => ({
  principalCents,
  capitalised: ZERO,
  pending: ZERO,
});

export const baseOf = (debt: Debt): Fraction => add(whole(debt.principalCents), debt.capitalised);

export const openInterestOf = (debt: Debt): number =>
  roundHalfUp(add(debt.capitalised, debt.pending));

export const grow = (debt: Debt, interest: Fraction): Debt => ({
  ...debt,
  pending: add(debt.pending, interest),
});

export const capitalise = (debt: Debt): Debt => ({
  ...debt,
  capitalised: simplify(add(debt.capitalised, debt.pending)),
  pending: ZERO,
});

export type Towards = 'interest' | 'principal' | undefined;

/**
 * A payment goes to interest first, the oldest before the younger, then to principal (art. 6:44 BW).
 * This is where interest becomes whole cents, since cents are paid.
 */
export function pay(
  debt: Debt,
  amountCents: number,
  towards?: Towards,
): { debt: Debt; excessCents: number } {
  const openCents = openInterestOf(debt);
  const interestCents = towards === 'principal' ? 0 : Math.min(amountCents, openCents);
  const restCents = towards === 'interest' ? 0 : amountCents - interestCents;
  const toPrincipalCents = Math.min(restCents, debt.principalCents);
  // Fractions of a cent are lost only where interest is paid.
  if (towards === 'principal') {
    const principalCents = debt.principalCents - toPrincipalCents;
    return { debt: { ...debt, principalCents }, excessCents: amountCents - toPrincipalCents };
  }
  const left = whole(openCents - interestCents);
  const unpaid = subtract(debt.capitalised, whole(interestCents));
  const capitalised = unpaid.num < 0n ? ZERO : unpaid;
  return {
    debt: {
      principalCents: debt.principalCents - toPrincipalCents,
      capitalised,
      pending: subtract(left, capitalised),
    },
    excessCents: amountCents - interestCents - toPrincipalCents,
  };
}
