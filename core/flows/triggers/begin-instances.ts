import { isDuplicateKey, type Store, systemScope } from '../../store/index.ts';
import { createMoveCommitter, type CommitDeps } from '../engine/writing/index.ts';
import { createDecider, type DecideDeps } from '../engine/deciding/index.ts';
import { createSwitchStarter } from '../engine/starting/index.ts';
import type { LoadFacts } from '../engine/facts/index.ts';
import type { MailDesk } from '../engine/walking/index.ts';
import { StepAbandonedError } from '../engine/steps/index.ts';
import { type Instance, instances } from '../instances/instance.model.ts';

export type BeginDeps = CommitDeps &
  DecideDeps & { readonly store: Store; readonly loadFacts: LoadFacts };

/** Nothing leaves before an instance is stored: its letters bear its id. */
const closedDesk: MailDesk = async () => {
  throw new StepAbandonedError();
};

/**
 * Stores new instances with their first move already made: most of them only walk to their first wait.
 * One that would send a letter at once is stored as it is and woken like any other.
 */
export function createBeginning(deps: BeginDeps) {
  const scope = systemScope('flows of many administrations begin together');
  const rows = deps.store.table(instances).in(scope);
  const commit = createMoveCommitter(deps);
  const decide = createDecider(deps);
  const startSwitched = createSwitchStarter(deps);

  return async (made: readonly Instance[], now: Date): Promise<void> => {
    if (made.length === 0) return;
    const factsOf = await deps.loadFacts(scope, made, now);
    const decided = await Promise.all(
      made.map((instance) => decide(instance, factsOf(instance), { now, mail: closedDesk })),
    );
    const born = decided.filter((move) => move !== null);
    const asIs = made.filter((_, index) => decided[index] === null);
    const started = [...asIs, ...(await startSwitched(born, now))];
    try {
      await deps.store.transaction((session) => commit(session, { moves: [], born, started, now }));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await beginOneByOne(made);
    }
  };

  /** Another worker was first for some of them; the others are stored and woken as usual. */
  async function beginOneByOne(made: readonly Instance[]): Promise<void> {
    try {
      await rows.insertRaw(made);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
