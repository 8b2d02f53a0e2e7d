import type { ClientSession } from 'mongoose';
import { type Id, type Store, systemScope } from '../../store/index.ts';
import type { Instance } from '../instances/instance.model.ts';
import { type AskedLetter, createMailRound } from '../letters/mail-round.ts';
import { createMoveCommitter, type CommitDeps } from './commit-moves.ts';
import { createDecider, type DecideDeps } from './decide.ts';
import type { LoadFacts } from './load-facts.ts';
import { newInstance, placeAfterLastLetter } from './new-instance.ts';
import type { Move } from './situation.ts';

export type BatchDeps = CommitDeps &
  DecideDeps & {
    readonly store: Store;
    readonly loadFacts: LoadFacts;
    readonly deliver: (letters: readonly AskedLetter[], now: Date) => Promise<void>;
  };
/** Proves, inside the transaction, that the batch still belongs to this worker. */
export type Fence = (session: ClientSession) => Promise<void>;

/**
 * Moves many due instances at once: read in a few queries, decide in memory, write in bulk. Returns
 * how many moved; the others are decided anew, since their facts changed on the way.
 */
export function createBatchRunner(deps: BatchDeps) {
  const scope = systemScope('due instances of many administrations');
  const commit = createMoveCommitter(deps);
  const decide = createDecider(deps);

  return async (due: readonly Instance[], now: Date, fence: Fence): Promise<number> => {
    const factsOf = await deps.loadFacts(scope, due, now);
    const mail = createMailRound((letters) => deps.deliver(letters, now));
    const decided = await Promise.all(
      due.map((instance) => decide(instance, factsOf(instance), { now, mail })),
    );
    const moves = decided.filter((move) => move !== null);
    const started = await startSwitched(moves, now);
    return deps.store.transaction(async (session) => {
      await fence(session);
      return commit(session, { moves, started, now });
    });
  };

  /** The beginnings of flows that other flows switched to. */
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
