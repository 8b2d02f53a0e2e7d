import { type MoveRecord, type StepRecord, stepId } from './move.model.ts';

/**
 * One line of what happened to an instance; reads like a sentence: what, when, why, on which facts,
 * with which outcome. Numbered without gaps from 1 on.
 */
export type Step = Omit<StepRecord, 'communicationId' | 'output'> & {
  readonly communicationId: StepRecord['communicationId'] | null;
  readonly output: StepRecord['output'] | null;
} & Pick<MoveRecord, 'instanceId' | 'at' | 'on' | 'facts' | 'by'> & { readonly _id: string };

/** The steps of moves, in the order of the moves. */
export function stepsOf(moves: readonly unknown[]): Step[] {
  return (moves as readonly MoveRecord[]).flatMap((move) => {
    const { _id, instanceId, at, on, facts, by } = move;
    const first = Number(_id.slice(_id.indexOf(':') + 1));
    return move.steps.map((step, index) => ({
      communicationId: null,
      output: null,
      ...step,
      _id: stepId(instanceId, first + index),
      instanceId,
      at,
      on,
      facts,
      by,
    }));
  });
}
