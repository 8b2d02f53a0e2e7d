import type { StepDraft } from '../../engine/moves/index.ts';
import type { Instance } from '../../instances/instance.model.ts';

/** What a day brings, the weightiest first: a debtor with several cases counts under the first. */
export const DAY_GROUPS = ['stuck', 'sends', 'starts', 'held', 'ends', 'moves', 'waits'] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

export type CaseToday = {
  /** As it would be at the end of the day. */
  readonly instance: Instance;
  /** It does not exist yet. */
  readonly isNew: boolean;
  readonly steps: readonly StepDraft[];
  readonly overdueCents: number | null;
};

export const isLetter = ({ kind, communicationId }: StepDraft): boolean =>
  kind === 'done' && communicationId !== null;

export function dayGroupOf({ instance, isNew, steps }: CaseToday): DayGroup {
  if (instance.state === 'stuck') return 'stuck';
  if (steps.some(isLetter)) return 'sends';
  if (isNew) return 'starts';
  if (instance.state === 'ended') return 'ends';
  if (instance.state === 'held' || instance.gate !== null) return 'held';
  return steps.some(({ kind }) => kind === 'done' || kind === 'skipped') ? 'moves' : 'waits';
}

/** That of a debtor; null without cases. */
export function weightiest(cases: readonly CaseToday[]): DayGroup | null {
  const found = new Set(cases.map(dayGroupOf));
  return DAY_GROUPS.find((group) => found.has(group)) ?? null;
}
