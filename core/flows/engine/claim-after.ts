import type { Claim, CostState } from '@inning/sdk';
import { claimTotals } from '../../domain/claims/index.ts';
import type { Effect } from './effects.ts';

/** The claim as effects that are not written yet will leave it. */
export function claimAfter(claim: Claim, effects: readonly Effect[]): Claim {
  return effects.reduce((before, effect) => {
    if (effect.kind === 'announce-costs') {
      return withCostState(before, effect.invoiceIds, 'announced');
    }
    return effect.kind === 'make-costs-claimable'
      ? withCostState(before, effect.invoiceIds, 'claimable')
      : before;
  }, claim);
}

function withCostState(claim: Claim, ids: readonly string[], costState: CostState): Claim {
  if (ids.length === 0) return claim;
  const invoices = claim.invoices.map((one) =>
    ids.includes(one.id) ? { ...one, costState } : one,
  );
  return { ...claim, ...claimTotals(invoices) };
}
