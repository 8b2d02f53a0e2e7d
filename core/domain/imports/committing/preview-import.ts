import type { Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { planBatch, type PlannedItem } from '../comparing/plan-batch.ts';
import type { Import } from '../import.model.ts';
import type { CommitDeps } from '../imports.deps.ts';
import { NoFilesError } from '../imports.errors.ts';
import { type PreparedImport, prepareItems } from '../reading/prepare-items.ts';
import { findPrepareSettings } from '../reading/prepare-settings.ts';
import { readItems } from '../reading/read-items.ts';
import { createKeepPreview, type PreviewRequest } from './keep-preview.ts';

const BATCH = 1_000;

/** Reads files and says what committing them would do. Nothing but the preview itself is written. */
export function createPreviewImport(deps: CommitDeps) {
  const { store } = deps;
  const keepPreview = createKeepPreview(deps);

  async function plan(
    scope: Scope,
    administration: Administration,
    prepared: PreparedImport,
  ): Promise<PlannedItem[]> {
    const look = { store, scope, administrationId: administration._id };
    const seen = new Set<string>();
    const planned: PlannedItem[] = [];
    for (let from = 0; from < prepared.items.length; from += BATCH) {
      const items = prepared.items.slice(from, from + BATCH);
      const batch = await planBatch(look, prepared, { items, administration, seen });
      planned.push(...batch.items);
    }
    return planned;
  }

  return async (scope: Scope, request: PreviewRequest): Promise<Import> => {
    if (request.files.length === 0) throw new NoFilesError();
    const administration = await findAdministration(store, scope, { id: request.administrationId });
    const importers = await deps.importersFor(keyOfAdministration(administration));
    const options = { columns: request.columns ?? {} };
    const read = await readItems(importers, request.files, options);
    const fileNames = request.files.map((file) => file.name);
    const settings = await findPrepareSettings(store, scope, administration);
    const prepared = prepareItems(read.items, { ...settings, fileNames });
    const planned = await plan(scope, administration, prepared);
    return keepPreview(scope, administration, { request, read, planned, prepared });
  };
}
