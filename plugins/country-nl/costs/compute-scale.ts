import { type Cents, cents } from '@inning/sdk';
import {
  add,
  divide,
  type Fraction,
  multiply,
  readDecimal,
  roundHalfUp,
  whole,
  ZERO,
} from '../fraction.ts';
import type { Scale } from './costs-rules.ts';

/** What one step of the scale adds. The amounts add up to the fee before minimum and maximum. */
export type ScaleStep = {
  readonly fromCents: Cents;
  /** Null for the last step, which has no end. */
  readonly upToCents: Cents | null;
  readonly percent: string;
  readonly baseCents: Cents;
  readonly amountCents: Cents;
};

/** Runs a principal through the scale; rounded half up, once, over all steps together. */
export function computeScale(principalCents: Cents, { tiers }: Scale): ScaleStep[] {
  const steps: ScaleStep[] = [];
  let exact: Fraction = ZERO;
  let from = 0;
  for (const { upToCents, percent } of tiers) {
    if (principalCents <= from) break;
    const to = Math.min(principalCents, upToCents ?? principalCents);
    const before = roundHalfUp(exact);
    exact = add(exact, percentOf(to - from, percent));
    steps.push({
      fromCents: cents(from),
      upToCents: upToCents === null ? null : cents(upToCents),
      percent,
      baseCents: cents(to - from),
      amountCents: cents(roundHalfUp(exact) - before),
    });
    from = to;
  }
  return steps;
}

/** A percentage, written as a decimal number, of an amount in cents. */
export function percentOf(amountCents: number, percent: string): Fraction {
  return divide(multiply(whole(amountCents), readDecimal(percent) ?? ZERO), 100);
}
