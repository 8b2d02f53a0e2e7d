import type { Facts } from '../engine/facts/index.ts';
import type { Move } from '../engine/moves/index.ts';

/** The facts as a move would leave them, had it been done. */
export function factsAfter(facts: Facts, { effects }: Move): Facts {
  if (effects.length === 0) return facts;
  const { claimOn, invoicesOn } = facts;
  const pause = effects.findLast((one) => one.kind === 'pause-debtor');
  const debtorPause = pause ? { until: pause.until, reason: pause.reason } : facts.debtorPause;
  return {
    ...facts,
    debtorPause,
    claimOn: (today, pending = []) => claimOn(today, [...effects, ...pending]),
    invoicesOn: (today, pending = []) => invoicesOn(today, [...effects, ...pending]),
  };
}
