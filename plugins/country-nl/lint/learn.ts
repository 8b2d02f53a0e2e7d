import { type CostState, meet, readTest, type StepDeed, type StepWait } from '@inning/sdk';
import type { Facts } from './facts.ts';

/** After a wait a letter no longer goes with the mark behind it. */
export function afterWait({ anchors }: StepWait): Partial<Facts> {
  const aimsBeforeDue = anchors.every(({ from, days }) => from === 'due-date' && days <= 0);
  return { unmarkedLetter: null, aimsBeforeDue };
}

/** What a condition makes certain; null when nobody about whom that holds can stand here. */
export function afterTest(facts: Facts, { value, by }: StepDeed, outcome: string): Facts | null {
  const tested = readTest(String(value), by?.includes(outcome) ?? true);
  const { kinds = facts.kinds, costStates } = meet(tested, { kinds: facts.kinds });
  if (kinds.length === 0) return null;
  const known = { ...facts, kinds };
  return costStates ? withCosts(known, costStates) : known;
}

function withCosts(facts: Facts, states: readonly CostState[]): Facts {
  if (facts.costs === 'elsewhere') return facts;
  const isNone = states.length === 1 && states[0] === 'none';
  if (isNone) return { ...facts, costs: 'none', letter: null };
  const isElsewhere = facts.costs === 'none' && !states.includes('none');
  return isElsewhere ? { ...facts, costs: 'elsewhere' } : facts;
}
