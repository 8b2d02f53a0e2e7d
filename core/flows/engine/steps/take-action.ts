import {
  type ActionDefinition,
  type Channel,
  DomainError,
  message,
  type Message,
} from '@inning/sdk';
import { bufferedPorts, grant } from '../ports/index.ts';
import type { CompiledNode } from '../drawings/index.ts';
import { contactGate, flagGate, type Gate, stoppableDeeds } from '../gates/index.ts';
import { leave, type Passage, type Walk } from '../walking/index.ts';
import { triesAgain, waitForPlugin } from './try-again.ts';
import { actionContext } from './node-context.ts';
import {
  isStopped,
  StepAbandonedError,
  StepAmbiguousError,
  StepNotTriedError,
} from './steps.errors.ts';

/** Runs one action, when nothing holds it back. */
export async function takeAction(
  walk: Walk,
  node: CompiledNode,
  definition: ActionDefinition,
): Promise<Passage> {
  if (walk.get('mustSkip')) return skip(walk, definition, message('flow.skipped'));
  if (hadLetter(walk, node)) return skip(walk, definition, message('flow.skipped-sent-before'));
  const gate = actionGate(walk, definition);
  if (gate) {
    walk.park(gate);
    return 'stays';
  }

  const [ports, wishes] = bufferedPorts(walk, { key: walk.key(), node });
  try {
    const result = await definition.run(actionContext(walk, node, { ports, key: walk.key() }));
    const happened = result.outcome !== definition.skippedOutcome;
    grant(walk, wishes);
    if (wishes.communicationId) noteLetter(walk, node);
    return leave(walk, result, {
      happened,
      kind: happened ? 'done' : 'skipped',
      communicationId: wishes.communicationId,
      ending: wishes.ending,
    });
  } catch (error) {
    return failed(walk, definition, error);
  }
}

/** What holds an action back now, or null. */
export function actionGate(walk: Walk, definition: ActionDefinition): Gate | null {
  const channel = channelOf(definition);
  const contact = channel === null ? null : contactGate(walk, channel);
  return contact ?? flagGate(walk, stoppableDeeds(definition));
}

/** By which a debtor is reached: who may send mail keeps the contact rules, whatever its type says. */
const channelOf = ({ contacts, ports }: ActionDefinition): Channel | null =>
  contacts ?? (ports.includes('mail') ? 'mail' : null);

function noteLetter(walk: Walk, node: CompiledNode): void {
  walk.set({ lastLetterOn: walk.today, lastStage: node.node.stage ?? walk.get('lastStage') });
}

/** A case that was migrated never gets a letter twice, wherever it stands in the new version. */
export function hadLetter(walk: Walk, { id, node, definition }: CompiledNode): boolean {
  const { sentNodes } = walk.situation.instance;
  if (sentNodes.length === 0 || definition.kind !== 'action' || !definition.contacts) return false;
  const lastStage = walk.get('lastStage');
  const isEarlier = node.stage !== undefined && lastStage !== null && node.stage <= lastStage;
  return isEarlier || sentNodes.includes(id);
}

function skip(walk: Walk, definition: ActionDefinition, because: Message): Passage {
  const outcome = definition.skippedOutcome ?? Object.keys(definition.outcomes)[0] ?? 'skipped';
  walk.set({ mustSkip: false });
  return leave(walk, { outcome, because }, { happened: false, kind: 'skipped' });
}

/** Turns what an action threw into a retry, the `failed` way out, or a stuck instance. */
function failed(walk: Walk, definition: ActionDefinition, error: unknown): Passage {
  if (error instanceof StepAbandonedError || !(error instanceof DomainError)) throw error;
  if (error instanceof StepNotTriedError) return asHoped(walk, definition);
  if (error instanceof StepAmbiguousError) {
    walk.stick(message('flow.stuck.ambiguous'));
    return 'stays';
  }
  const problem = error.message;
  if (isStopped(error)) {
    waitForPlugin(walk, problem);
    return 'stays';
  }
  if (error.retryable && triesAgain(walk, problem)) return 'stays';
  if (!Object.hasOwn(definition.outcomes, 'failed')) {
    walk.stick(message('flow.stuck.error', { problem }));
    return 'stays';
  }
  const because = message('flow.failed', { problem });
  return leave(walk, { outcome: 'failed', because }, { happened: false, kind: 'done' });
}

/** A step that would act outside is not tried out: the walk goes on as if it went well. */
function asHoped(walk: Walk, definition: ActionDefinition): Passage {
  const outcome = Object.keys(definition.outcomes)[0] ?? 'done';
  const because = message('flow.not-tried');
  return leave(walk, { outcome, because }, { happened: true, kind: 'done' });
}
