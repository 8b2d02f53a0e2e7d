import type { Instance } from '../../instances/instance.model.ts';
import type { Move } from './move.ts';

/** The instance as it is after a move. */
export function applyMove({ instance, change, stepDays, steps }: Move): Instance {
  return {
    ...instance,
    ...change,
    stepDays: { ...instance.stepDays, ...stepDays },
    stepCount: instance.stepCount + steps.length,
    revision: instance.revision + 1,
  };
}
