import type { PassedRow, StandingRow } from '../api/watching.ts';
import type { Standing } from '../player/TraceCard.tsx';

export type OutcomeCount = {
  readonly outcome: string;
  readonly count: number;
  /** True when the case ended at the step. */
  readonly isEnd: boolean;
};
export type StepCount = { readonly standing: Standing; readonly outcomes: readonly OutcomeCount[] };

const NOBODY: Standing = { all: 0, held: 0, stuck: 0 };

/** What stands at each step and what left it, put together from the two counts of the server. */
export function stepCounts(
  standing: readonly StandingRow[],
  passed: readonly PassedRow[],
): ReadonlyMap<string, StepCount> {
  const ids = new Set([...standing, ...passed].map(({ nodeId }) => nodeId));
  return new Map(
    [...ids].map((id) => [
      id,
      {
        standing: standing.filter(({ nodeId }) => nodeId === id).reduce(added, NOBODY),
        outcomes: outcomesOf(passed.filter(({ nodeId }) => nodeId === id)),
      },
    ]),
  );
}

function added(sum: Standing, { state, isGated, count }: StandingRow): Standing {
  const isHeld = state === 'held' || (state === 'running' && isGated);
  return {
    all: sum.all + count,
    held: sum.held + (isHeld ? count : 0),
    stuck: sum.stuck + (state === 'stuck' ? count : 0),
  };
}

/** Days come apart and ways of leaving too: what led the same way counts together. */
function outcomesOf(rows: readonly PassedRow[]): OutcomeCount[] {
  const ways = Map.groupBy(rows, ({ kind, outcome }) => `${kind === 'ended'} ${outcome}`);
  return [...ways.values()].flatMap((its) => {
    const [first] = its;
    if (!first) return [];
    const count = its.reduce((sum, one) => sum + one.count, 0);
    return [{ outcome: first.outcome, isEnd: first.kind === 'ended', count }];
  });
}
