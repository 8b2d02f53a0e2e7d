import { type ConditionDefinition, DomainError, message } from '@inning/sdk';
import type { CompiledNode } from '../drawings/index.ts';
import { leave, type Passage, type Walk } from '../walking/index.ts';
import { nodeContext } from './node-context.ts';
import { isStopped } from './steps.errors.ts';
import { triesAgain, waitForPlugin } from './try-again.ts';

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
