import { DomainError } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { type Import, imports } from '../import.model.ts';
import type { CommitDeps } from '../imports.deps.ts';
import { ImportMovedOnError, ImportNotFoundError } from '../imports.errors.ts';
import { COMMIT_BATCH, createCommitBatch } from './commit-batch.ts';
import { prepareCommit } from './prepare-commit.ts';

export type Commit = { readonly importId: Id; readonly by: string };

/**
 * Writes an import in batches. Each batch is one transaction together with how far it came, so that
 * after a crash or failure committing again goes on where it stopped, and every item is written once.
 * An import that was committed before is returned as it is.
 */
export function createCommitImport(deps: CommitDeps) {
  const { store, clock } = deps;
  const commitBatch = createCommitBatch(deps);
  const table = (scope: Scope) => store.table(imports).in(scope);

  async function find(scope: Scope, id: Id): Promise<Import> {
    const found = await table(scope).byId(id);
    if (!found) throw new ImportNotFoundError(id.toHexString());
    return found;
  }

  async function run(scope: Scope, row: Import, by: string): Promise<void> {
    const running = await prepareCommit(deps, scope, { row, by });
    let { doneCount } = row;
    while (doneCount < running.prepared.items.length) {
      try {
        await commitBatch(scope, running, doneCount);
        doneCount += COMMIT_BATCH;
      } catch (error) {
        if (!(error instanceof ImportMovedOnError)) throw error;
        ({ doneCount } = await find(scope, row._id));
      }
    }
  }

  return async (scope: Scope, { importId, by }: Commit): Promise<Import> => {
    const row = await find(scope, importId);
    if (row.state === 'committed') return row;
    const set = (fields: object) =>
      table(scope).updateOne({ _id: importId }, { $set: fields } as never);
    await set({ state: 'committing', failure: null });
    try {
      await run(scope, row, by);
    } catch (error) {
      await set({ state: 'failed', failure: failureOf(error) });
      throw error;
    }
    await set({ state: 'committed', committedAt: clock.now(), committedBy: by });
    return find(scope, importId);
  };
}

const failureOf = (error: unknown) =>
  error instanceof DomainError
    ? { code: error.code, message: error.message, details: error.details }
    : { code: 'IMPORT_FAILED', message: 'Something went wrong here. Commit again to go on.' };
