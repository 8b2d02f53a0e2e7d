import { addCents, type Cents, percentOfCents, subtractCents, ZERO_CENTS } from '@inning/sdk';

/**
 * What the agency keeps of a receipt, as agreed: the collection costs that were paid, and a share of
 * the rest, half a cent rounded up. Never more than the receipt.
 */
export function feeOf(
  paid: { readonly amountCents: Cents; readonly costsCents: Cents },
  terms: { readonly keepsCosts: boolean; readonly feeBasisPoints: number } | null,
): Cents {
  if (!terms) return ZERO_CENTS;
  const costs = terms.keepsCosts ? paid.costsCents : ZERO_CENTS;
  const rest = subtractCents(paid.amountCents, costs);
  return addCents(costs, percentOfCents(rest, terms.feeBasisPoints, 'half-up'));
}
