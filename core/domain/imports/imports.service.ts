import type { Id, Scope } from '../../store/index.ts';
import { administrationIdsIn } from '../administrations/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { createCommitImport } from './committing/commit-import.ts';
import { createPreviewImport } from './committing/preview-import.ts';
import { type Import, imports } from './import.model.ts';
import { importItems, type ImportItemRow, type ItemStatus } from './import-item.model.ts';
import type { CommitDeps } from './imports.deps.ts';
import { ImportNotFoundError } from './imports.errors.ts';

export type ImportsDeps = CommitDeps;
export type ImportService = ReturnType<typeof createImportService>;

/** Files with invoices and debtors: looked at first, then written; twice the same changes nothing. */
export function createImportService(deps: ImportsDeps) {
  const { store } = deps;
  const table = (scope: Scope) => store.table(imports).in(scope);

  async function get(scope: Scope, importId: Id): Promise<Import> {
    const found = await table(scope).byId(importId);
    if (!found) throw new ImportNotFoundError(importId.toHexString());
    return found;
  }

  return {
    get,
    preview: createPreviewImport(deps),
    commit: createCommitImport(deps),
    async list(scope: Scope, query: { administrationId?: Id; page?: PageRequest } = {}) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const filter = { administrationId: { $in: ids } };
      return findPage(table(scope), filter, { order: { createdAt: -1 }, page: query.page ?? {} });
    },
    async items(
      scope: Scope,
      importId: Id,
      query: { readonly status?: ItemStatus; readonly page?: PageRequest } = {},
    ) {
      await get(scope, importId);
      const filter = { importId, ...(query.status ? { status: query.status } : {}) };
      const rows = store.table(importItems).in(scope);
      return findPage(rows, filter, { order: { ordinal: 1 }, page: query.page ?? {} });
    },
    /** The first items of a file, of each status so many. */
    async firstItems(
      scope: Scope,
      importId: Id,
      asked: { readonly fileIndex: number; readonly limit: number },
    ): Promise<ImportItemRow[]> {
      const rows = store.table(importItems).in(scope);
      const found: ImportItemRow[] = [];
      for (const status of ['refused', 'changed', 'new', 'unchanged'] as const) {
        const filter = { importId, fileIndex: asked.fileIndex, status };
        found.push(...(await rows.find(filter, { sort: { ordinal: 1 }, limit: asked.limit })));
      }
      return found;
    },
  };
}
