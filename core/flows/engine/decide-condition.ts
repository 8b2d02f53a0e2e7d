import { type ConditionDefinition, DomainError, message } from '@inning/sdk';
import { leave, type Passage } from './advance.ts';
import type { CompiledNode } from './compile-flow.ts';
import { nodeContext } from './node-context.ts';
import type { Walk } from './walk.ts';

/** Takes the way that a condition names; one that cannot be decided leaves the instance stuck. */
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
    walk.stick(message('flow.stuck.error', { problem: error.message }));
    return 'stays';
  }
}
