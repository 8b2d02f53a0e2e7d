import { type ActionDefinition, DomainError, message } from '@inning/sdk';
import { leave, type Passage } from './advance.ts';
import { MAX_ATTEMPTS, retryAt } from './backoff.ts';
import { bufferedPorts, grant } from './buffered-ports.ts';
import type { CompiledNode } from './compile-flow.ts';
import { contactGate } from './gates.ts';
import { nodeContext } from './node-context.ts';
import { StepAbandonedError, StepAmbiguousError } from './step-errors.ts';
import type { Walk } from './walk.ts';

/** Runs one action, when nothing holds it back. */
export async function takeAction(
  walk: Walk,
  node: CompiledNode,
  definition: ActionDefinition,
): Promise<Passage> {
  if (walk.get('mustSkip')) return skip(walk, definition);
  const gate = definition.contacts ? contactGate(walk, definition.contacts) : null;
  if (gate) {
    walk.park(gate);
    return 'stays';
  }

  const [ports, wishes] = bufferedPorts(walk, walk.key(), node.id);
  try {
    const context = { ...nodeContext(walk, node), ports, idempotencyKey: walk.key() };
    const result = await definition.run(context);
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

/** Parks the step until its next try; false when it was tried often enough. */
export function triesAgain(walk: Walk, problem: string): boolean {
  const attempts = walk.get('attempts') + 1;
  if (attempts >= MAX_ATTEMPTS) return false;
  const because = message('flow.gate.retry', { problem, attempts, maxAttempts: MAX_ATTEMPTS });
  walk.park({ gate: 'retry', because, wakeAt: retryAt(walk.situation.now, attempts) });
  walk.set({ attempts });
  return true;
}

function noteLetter(walk: Walk, node: CompiledNode): void {
  walk.set({ lastLetterOn: walk.today, lastStage: node.node.stage ?? walk.get('lastStage') });
}

function skip(walk: Walk, definition: ActionDefinition): Passage {
  const outcome = definition.skippedOutcome ?? Object.keys(definition.outcomes)[0] ?? 'skipped';
  const because = message('flow.skipped');
  walk.set({ mustSkip: false });
  return leave(walk, { outcome, because }, { happened: false, kind: 'skipped' });
}

/** Turns what an action threw into a retry, the `failed` way out, or a stuck instance. */
function failed(walk: Walk, definition: ActionDefinition, error: unknown): Passage {
  if (error instanceof StepAbandonedError || !(error instanceof DomainError)) throw error;
  if (error instanceof StepAmbiguousError) {
    walk.stick(message('flow.stuck.ambiguous'));
    return 'stays';
  }
  const problem = error.message;
  if (error.retryable && triesAgain(walk, problem)) return 'stays';
  if (!Object.hasOwn(definition.outcomes, 'failed')) {
    walk.stick(message('flow.stuck.error', { problem }));
    return 'stays';
  }
  const because = message('flow.failed', { problem });
  return leave(walk, { outcome: 'failed', because }, { happened: false, kind: 'done' });
}
