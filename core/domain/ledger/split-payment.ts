import { type Cents, invariant, minCents, subtractCents } from '@inning/sdk';
import { PaymentExceedsClaimError } from './ledger.errors.ts';

export type ClaimPart = 'costs' | 'interest' | 'principal';
export type OpenClaim = { readonly invoiceId: string } & Readonly<Record<ClaimPart, Cents>>;
export type Credit = { readonly part: ClaimPart; readonly amountCents: Cents };

/** A payment reduces costs first, then interest, then principal (article 6:44 of the Dutch Civil Code). */
const LEGAL_ORDER: readonly ClaimPart[] = ['costs', 'interest', 'principal'];

/** Splits a payment over a claim. The credits always add up to exactly `paidCents`. */
export function splitPayment(paidCents: Cents, claim: OpenClaim): Credit[] {
  invariant(paidCents > 0, 'a payment is positive; a reversal has its own path');
  const credits: Credit[] = [];
  let leftCents = paidCents;

  for (const part of LEGAL_ORDER) {
    const amountCents = minCents(leftCents, claim[part]);
    if (amountCents > 0) credits.push({ part, amountCents });
    leftCents = subtractCents(leftCents, amountCents);
  }

  if (leftCents > 0) throw new PaymentExceedsClaimError(claim.invoiceId, leftCents);
  return credits;
}
