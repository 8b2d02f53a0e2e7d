import { type Cents, maxCents, minCents, ZERO_CENTS } from '@inning/sdk';

/** What is left of the payment, as far as the invoice is open. */
export function suggestAmount(leftCents: Cents, openCents: Cents): Cents {
  return maxCents(ZERO_CENTS, minCents(leftCents, openCents));
}
