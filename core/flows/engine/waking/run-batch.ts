import { type Store, systemScope } from '../../../store/index.ts';
import type { Instance } from '../../instances/instance.model.ts';
import { type AskedLetter, createMailRound } from '../../letters/mail-round.ts';
import type { Round } from '../../letters/send-letters.ts';
import { createMoveCommitter, type CommitDeps } from '../writing/index.ts';
import { createDecider, type DecideDeps } from '../deciding/index.ts';
import type { Fence } from '../leases/index.ts';
import type { LoadFacts } from '../facts/index.ts';
import { createSwitchStarter } from '../starting/index.ts';

export type BatchDeps = CommitDeps &
  DecideDeps & {
    readonly store: Store;
    readonly loadFacts: LoadFacts;
    readonly deliver: (letters: readonly AskedLetter[], round: Round) => Promise<void>;
  };
/**
 * Moves many due instances at once: read in a few queries, decide in memory, write in bulk. Returns
 * how many moved; the others are decided anew, since their facts changed on the way.
 */
export function createBatchRunner(deps: BatchDeps) {
  const scope = systemScope('due instances of many administrations');
  const commit = createMoveCommitter(deps);
  const decide = createDecider(deps);
  const startSwitched = createSwitchStarter(deps);

  return async (due: readonly Instance[], now: Date, fence: Fence): Promise<number> => {
    const factsOf = await deps.loadFacts(scope, due, now);
    const mail = createMailRound((letters) => deps.deliver(letters, { now, fence }));
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
}
