import { type Cents, type ClaimPart, invariant, minCents, subtractCents } from '@inning/sdk';
import { PaymentExceedsClaimError } from './ledger.errors.ts';

export type OpenClaim = { readonly invoiceId: string } & Readonly<Record<ClaimPart, Cents>>;
export type Credit = { readonly part: ClaimPart; readonly amountCents: Cents };

/**
 * Splits a payment over a claim in the order that the country's law or an agreement gives. The credits
 * always add up to exactly `paidCents`.
 */
export function splitPayment(
  paidCents: Cents,
  claim: OpenClaim,
  order: readonly ClaimPart[],
): Credit[] {
  invariant(paidCents > 0, 'a payment is positive; a reversal has its own path');
  const credits: Credit[] = [];
  let leftCents = paidCents;

  for (const part of order) {
    const amountCents = minCents(leftCents, claim[part]);
    if (amountCents > 0) credits.push({ part, amountCents });
    leftCents = subtractCents(leftCents, amountCents);
  }

  if (leftCents > 0) throw new PaymentExceedsClaimError(claim.invoiceId, leftCents);
  return credits;
}
