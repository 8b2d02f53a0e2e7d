import type { Decided } from './decide-lines.ts';

export type MatchCounts = {
  readonly matched: number;
  readonly plausible: number;
  readonly unmatched: number;
  readonly ignored: number;
  readonly reversed: number;
};

export const NOTHING_MATCHED: MatchCounts = {
  matched: 0,
  plausible: 0,
  unmatched: 0,
  ignored: 0,
  reversed: 0,
};

export function countDecided(decided: readonly Decided[]): MatchCounts {
  const count = (state: Decided['state']) => decided.filter((one) => one.state === state).length;
  return {
    matched: count('matched'),
    plausible: count('plausible'),
    unmatched: count('unmatched'),
    ignored: count('ignored'),
    reversed: 0,
  };
}

export const addCounts = (a: MatchCounts, b: MatchCounts): MatchCounts => ({
  matched: a.matched + b.matched,
  plausible: a.plausible + b.plausible,
  unmatched: a.unmatched + b.unmatched,
  ignored: a.ignored + b.ignored,
  reversed: a.reversed + b.reversed,
});
