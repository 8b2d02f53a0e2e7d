import { message } from '@inning/sdk';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';
import { type Id, type Store, systemScope } from '../../store/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import { createMailRound } from '../letters/mail-round.ts';
import type { AskedLetter } from '../letters/mail-round.ts';
import { advance } from './advance.ts';
import { createMoveCommitter, type CommitDeps } from './commit-moves.ts';
import type { FlowLibrary } from './flow-library.ts';
import type { LoadFacts } from './load-facts.ts';
import { newInstance, placeAfterLastLetter } from './new-instance.ts';
import type { Facts, MailDesk, Move } from './situation.ts';
import { StepAbandonedError } from './step-errors.ts';

export type BatchDeps = CommitDeps & {
  readonly store: Store;
  readonly library: FlowLibrary;
  readonly loadFacts: LoadFacts;
  readonly expressions: ClaimExpressions;
  readonly deliver: (letters: readonly AskedLetter[], now: Date) => Promise<void>;
  readonly log: { error(details: object, text: string): void };
};
/** Proves, inside the transaction, that the batch still belongs to this worker. */
export type Fence = (session: Parameters<Parameters<Store['transaction']>[0]>[0]) => Promise<void>;

/**
 * Moves many due instances at once: read in a few queries, decide in memory, write in bulk. Returns
 * how many moved; the others are decided anew, since their facts changed on the way.
 */
export function createBatchRunner(deps: BatchDeps) {
  const scope = systemScope('due instances of many administrations');
  const commit = createMoveCommitter(deps);

  return async (due: readonly Instance[], now: Date, fence: Fence): Promise<number> => {
    const factsOf = await deps.loadFacts(scope, due, now);
    const mail = createMailRound((letters) => deps.deliver(letters, now));
    const moves = (
      await Promise.all(due.map((instance) => decide(instance, factsOf(instance), { now, mail })))
    ).filter((move) => move !== null);
    const started = await startSwitched(moves, now);
    return deps.store.transaction(async (session) => {
      await fence(session);
      return commit(session, { moves, started, now });
    });
  };

  /** One move; null when the facts changed on the way and the instance is simply looked at again. */
  async function decide(
    instance: Instance,
    facts: Facts | null,
    { now, mail }: { now: Date; mail: MailDesk },
  ): Promise<Move | null> {
    const flow = await deps.library.version(instance.flowId, instance.flowVersion);
    if (!flow || !facts) return lost(instance, flow ? 'debtor' : 'flow');
    const evaluate = deps.expressions.evaluate;
    try {
      return await advance({ flow, instance, facts, now, mail, evaluate });
    } catch (error) {
      if (error instanceof StepAbandonedError) return null;
      deps.log.error(
        { err: error, instance: String(instance._id) },
        'a step failed by our mistake',
      );
      return stuckByMistake(instance, error);
    }
  }

  /** The first moves of flows that other flows switched to. */
  async function startSwitched(moves: readonly Move[], now: Date): Promise<Instance[]> {
    const started: Instance[] = [];
    for (const move of moves) {
      const { instance, today, change } = move;
      for (const effect of move.effects) {
        if (effect.kind !== 'switch-flow') continue;
        const flowId = await deps.library.named(effect.flow, instance);
        const flow = flowId && (await deps.library.current(flowId));
        if (!flowId || !flow) continue;
        const last = { ...instance, ...change };
        const at = effect.mode === 'continue' ? placeAfterLastLetter(flow, last) : null;
        const { debtorId, invoiceId } = instance;
        const start = { place: instance, debtorId, invoiceId, today, now, ...(at ? { at } : {}) };
        const made = newInstance(flow, flowId as Id, start);
        if (made) started.push(made);
      }
    }
    return started;
  }
}

function lost(instance: Instance, what: 'flow' | 'debtor'): Move {
  return stuck(instance, message(`flow.stuck.no-${what}`));
}

function stuckByMistake(instance: Instance, error: unknown): Move {
  const problem = error instanceof Error ? error.message : 'unknown';
  return stuck(instance, message('flow.stuck.error', { problem }));
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
    claim: EMPTY_CLAIM,
  };
}

const EMPTY_CLAIM = {
  openCents: 0,
  overdueCents: 0,
  invoiceCount: 0,
  daysOverdue: 0,
} as unknown as Move['claim'];
