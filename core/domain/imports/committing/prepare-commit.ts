import type { CalendarDate, InputFile } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
  todayOf,
} from '../../administrations/index.ts';
import type { Import } from '../import.model.ts';
import type { CommitDeps } from '../imports.deps.ts';
import { type PreparedImport, prepareItems } from '../reading/prepare-items.ts';
import { findPrepareSettings } from '../reading/prepare-settings.ts';
import { readItems } from '../reading/read-items.ts';

/** A commit that is under way. */
export type Running = {
  readonly importId: Id;
  readonly by: string;
  readonly on: CalendarDate;
  readonly administration: Administration;
  readonly prepared: PreparedImport;
};

/** Reads the kept files again: the same files give the same items in the same order. */
export async function prepareCommit(
  deps: CommitDeps,
  scope: Scope,
  { row, by }: { readonly row: Import; readonly by: string },
): Promise<Running> {
  const { store } = deps;
  const administration = await findAdministration(store, scope, { id: row.administrationId });
  const files: InputFile[] = [];
  for (const { fileId, name } of row.files) {
    const { bytes } = await deps.files.read(scope, fileId);
    files.push({ name, bytes });
  }
  const importers = await deps.importersFor(keyOfAdministration(administration));
  const options = { columns: (row.columns ?? {}) as Record<string, string> };
  const read = await readItems(importers, files, options);
  const settings = await findPrepareSettings(store, scope, administration);
  const fileNames = files.map((file) => file.name);
  const prepared = prepareItems(read.items, { ...settings, fileNames });
  const on = await todayOf(deps, administration._id);
  return { importId: row._id, by, on, administration, prepared };
}
