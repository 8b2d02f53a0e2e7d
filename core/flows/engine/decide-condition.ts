import { type ConditionDefinition, DomainError, message } from '@inning/sdk';
import type { CompiledNode } from './compile-flow.ts';
import { leave, type Passage } from './leave.ts';
import { nodeContext } from './node-context.ts';
import { isStopped } from './step-errors.ts';
import { triesAgain, waitForPlugin } from './take-action.ts';
import type { Walk } from './walk.ts';

/**
 * Takes the way that a condition names; one that cannot be decided leaves the instance stuck, or is
 * tried again when that may help.
 */
export async function decideCondition(
  walk: Walk,
  node: CompiledNode,
  definition: ConditionDefinition,
): Promise<Passage> {
  const evaluate = (expression: string) => walk.situation.evaluate(expression, walk.claim);
  try {
    const result = await definition.decide({ ...nodeContext(walk, node), evaluate });
    return leave(walk, result, { happened: false, kind: 'done' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (isStopped(error)) {
      waitForPlugin(walk, error.message);
      return 'stays';
    }
    if (error.retryable && triesAgain(walk, error.message)) return 'stays';
    walk.stick(message('flow.stuck.error', { problem: error.message }));
    return 'stays';
  }
}
