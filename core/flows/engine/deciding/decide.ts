import { type CalendarDate, type Message, message } from '@inning/sdk';
import { dayAt } from '../../../time/index.ts';
import type { ClaimExpressions } from '../../expressions/claim-expressions.ts';
import type { Instance } from '../../instances/instance.model.ts';
import { endsBatch } from '../leases/index.ts';
import type { FlowLibrary } from '../drawings/index.ts';
import { StepAbandonedError, type ToolsFor } from '../steps/index.ts';
import type { Facts } from '../facts/index.ts';
import type { MailDesk, RunScript } from '../walking/index.ts';
import type { Move } from '../moves/index.ts';
import { advance } from './advance.ts';
import { ScriptsMissingError } from './deciding.errors.ts';

export type DecideDeps = {
  readonly library: FlowLibrary;
  readonly expressions: ClaimExpressions;
  readonly toolsFor: ToolsFor;
  /** Left out, a step with a script cannot be taken. */
  readonly runScript?: RunScript;
  readonly log: { error(details: object, text: string): void };
};
export type Decide = (
  instance: Instance,
  facts: Facts | null,
  when: { readonly now: Date; readonly mail: MailDesk },
) => Promise<Move | null>;

/**
 * One decided move; null when the facts changed on the way and the instance is simply looked at again.
 * A mistake of ours leaves the instance stuck with a reason, and the others of its batch unharmed;
 * a database that is gone is thrown on.
 */
export function createDecider(deps: DecideDeps): Decide {
  const { library, expressions, toolsFor, log, runScript = noScripts } = deps;
  return async (instance, facts, { now, mail }) => {
    const today = dayAt(now, facts?.timeZone ?? 'UTC');
    try {
      const flow = await library.version(instance.flowId, instance.flowVersion);
      if (!flow) return stuck(instance, today, message('flow.stuck.no-flow'));
      if (!facts) return stuck(instance, today, message('flow.stuck.no-debtor'));
      const canBegin = (slug: string) => library.canBegin(slug, instance);
      const { evaluate } = expressions;
      const tools = (pluginId: string) => toolsFor(pluginId, instance);
      const situation = { flow, instance, facts, now, mail, canBegin, evaluate, tools, runScript };
      return await advance(situation);
    } catch (error) {
      if (error instanceof StepAbandonedError) return null;
      if (endsBatch(error)) throw error;
      log.error({ err: error, instance: String(instance._id) }, 'a step failed by our mistake');
      const problem = error instanceof Error ? error.message : 'unknown';
      return stuck(instance, today, message('flow.stuck.error', { problem }));
    }
  };
}

async function noScripts(): Promise<never> {
  throw new ScriptsMissingError();
}

function stuck(instance: Instance, today: CalendarDate, because: Message): Move {
  const state = 'stuck' as const;
  const change = { state, waiting: because, wakeAt: null, plannedOn: null, gate: null };
  const step = { kind: state, nodeId: instance.nodeId, type: '–', because };
  const nothing = { outcome: null, communicationId: null, output: null };
  return {
    instance,
    change,
    stepDays: {},
    // What is stuck already is only looked at for its end; its path says why it is stuck.
    steps: instance.state === 'stuck' ? [] : [{ ...step, ...nothing }],
    effects: [],
    today,
    claim: null,
  };
}
