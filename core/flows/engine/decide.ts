import { message } from '@inning/sdk';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';
import type { Instance } from '../instances/instance.model.ts';
import { advance } from './advance.ts';
import type { FlowLibrary } from './flow-library.ts';
import type { Facts, MailDesk, Move } from './situation.ts';
import { StepAbandonedError } from './step-errors.ts';

export type DecideDeps = {
  readonly library: FlowLibrary;
  readonly expressions: ClaimExpressions;
  readonly log: { error(details: object, text: string): void };
};
export type Decide = (
  instance: Instance,
  facts: Facts | null,
  when: { readonly now: Date; readonly mail: MailDesk },
) => Promise<Move | null>;

/**
 * One decided move; null when the facts changed on the way and the instance is simply looked at again.
 * A mistake of ours leaves the instance stuck with a reason, and the others of its batch unharmed.
 */
export function createDecider({ library, expressions, log }: DecideDeps): Decide {
  return async (instance, facts, { now, mail }) => {
    const flow = await library.version(instance.flowId, instance.flowVersion);
    if (!flow || !facts)
      return stuck(instance, message(`flow.stuck.no-${flow ? 'debtor' : 'flow'}`));
    try {
      return await advance({ flow, instance, facts, now, mail, evaluate: expressions.evaluate });
    } catch (error) {
      if (error instanceof StepAbandonedError) return null;
      log.error({ err: error, instance: String(instance._id) }, 'a step failed by our mistake');
      const problem = error instanceof Error ? error.message : 'unknown';
      return stuck(instance, message('flow.stuck.error', { problem }));
    }
  };
}

function stuck(instance: Instance, because: ReturnType<typeof message>): Move {
  const change = { state: 'stuck' as const, waiting: because, wakeAt: null, plannedOn: null };
  const step = { kind: 'stuck' as const, nodeId: instance.nodeId, type: '–', because };
  const nothing = { outcome: null, communicationId: null, output: null };
  return {
    instance,
    change,
    stepDays: {},
    steps: [{ ...step, ...nothing }],
    effects: [],
    today: instance.previousStepOn,
    claim: null,
  };
}
