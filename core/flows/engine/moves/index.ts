export { applyMove } from './apply-move.ts';
export type { Effect } from './effects.ts';
export type { InstanceChange, Move, StepDraft } from './move.ts';
