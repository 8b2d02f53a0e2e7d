import { type Claim, type CostState, unreachable } from '@inning/sdk';
import { claimTotals } from '../../domain/claims/index.ts';
import type { Effect } from '../engine/effects.ts';
import type { Facts, Move } from '../engine/situation.ts';

/** The facts as a move would leave them, had it been done. */
export function factsAfter(facts: Facts, { effects }: Move): Facts {
  return effects.reduce(factsAfterEffect, facts);
}

function factsAfterEffect(facts: Facts, effect: Effect): Facts {
  switch (effect.kind) {
    case 'pause-debtor': {
      const { until, reason } = effect;
      return { ...facts, debtorPause: { until, reason } };
    }
    case 'announce-costs':
      return withCosts(facts, effect.invoiceIds, 'announced');
    case 'make-costs-claimable':
      return withCosts(facts, effect.invoiceIds, 'claimable');
    case 'create-task':
    case 'switch-flow':
      return facts;
    default:
      return unreachable(effect);
  }
}

function withCosts(facts: Facts, invoiceIds: readonly string[], costState: CostState): Facts {
  const { claimOn } = facts;
  const changed = (claim: Claim): Claim => {
    const invoices = claim.invoices.map((one) =>
      invoiceIds.includes(one.id) ? { ...one, costState } : one,
    );
    return { ...claim, ...claimTotals(invoices) };
  };
  return { ...facts, claimOn: (today) => changed(claimOn(today)) };
}
