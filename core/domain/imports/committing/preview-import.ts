import type { InputFile } from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import { newId } from '../../../store/index.ts';
import {
  type Administration,
  findAdministration,
  keyOfAdministration,
} from '../../administrations/index.ts';
import { planBatch, type PlannedItem } from '../comparing/plan-batch.ts';
import { type Import, imports } from '../import.model.ts';
import { type ImportItemRow, importItems } from '../import-item.model.ts';
import { NoFilesError } from '../imports.errors.ts';
import { type PreparedImport, type PreparedItem, prepareItems } from '../reading/prepare-items.ts';
import { type ReadImport, readItems } from '../reading/read-items.ts';
import type { CommitDeps } from './commit-import.ts';
import { countStatuses, NO_COUNTS } from './counts.ts';

export type PreviewRequest = {
  readonly administrationId: Id;
  readonly files: readonly InputFile[];
  /** Header in the file by field of ours. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly by: string;
};

const BATCH = 1_000;

/** Reads files and says what committing them would do. Nothing but the preview itself is written. */
export function createPreviewImport(deps: CommitDeps) {
  const { store, clock } = deps;

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

  async function keep(
    scope: Scope,
    administration: Administration,
    made: {
      request: PreviewRequest;
      read: ReadImport;
      planned: readonly PlannedItem[];
      prepared: PreparedImport;
    },
  ): Promise<Import> {
    const place = keyOfAdministration(administration);
    const { request, planned } = made;
    const importId = newId();
    const rows = planned.map((one) => itemRow(importId, place, { one, prepared: made.prepared }));
    const table = store.table(importItems).in(scope);
    for (let from = 0; from < rows.length; from += BATCH) {
      await table.insertRaw(rows.slice(from, from + BATCH));
    }
    const files = [];
    for (const [index, file] of request.files.entries()) {
      const mediaType = 'application/octet-stream';
      const stored = await deps.files.save(scope, place, { ...file, mediaType });
      files.push({
        fileId: stored._id,
        name: file.name,
        sizeBytes: file.bytes.byteLength,
        format: made.read.files[index]?.format ?? null,
        columns: made.read.files[index]?.columns ?? null,
        counts: countStatuses(planned.filter((one) => one.item.fileIndex === index)),
      });
    }
    // Last, so that an import that can be found is complete.
    return store
      .table(imports)
      .in(scope)
      .insert({
        _id: importId,
        ...place,
        state: 'previewed',
        columns: request.columns ?? {},
        files: files as never,
        counts: countStatuses(planned),
        itemCount: planned.length,
        done: NO_COUNTS,
        createdAt: clock.now(),
        createdBy: request.by,
      });
  }

  return async (scope: Scope, request: PreviewRequest): Promise<Import> => {
    if (request.files.length === 0) throw new NoFilesError();
    const administration = await findAdministration(store, scope, { id: request.administrationId });
    const importers = await deps.importersFor(keyOfAdministration(administration));
    const options = { columns: request.columns ?? {} };
    const read = await readItems(importers, request.files, options);
    const fileNames = request.files.map((file) => file.name);
    const { currency } = administration;
    const prepared = prepareItems(read.items, { currency, fileNames });
    const planned = await plan(scope, administration, prepared);
    return keep(scope, administration, { request, read, planned, prepared });
  };
}

function itemRow(
  importId: Id,
  place: ReturnType<typeof keyOfAdministration>,
  { one, prepared }: { one: PlannedItem; prepared: PreparedImport },
): ImportItemRow {
  const { item } = one;
  return {
    _id: newId(),
    ...place,
    importId,
    ordinal: item.ordinal,
    fileIndex: item.fileIndex,
    place: item.place,
    kind: item.kind === 'refused' ? item.of : item.kind,
    status: one.status,
    number: numberOf(item, prepared),
    debtorName:
      item.kind === 'refused' ? item.debtorName : prepared.debtors.get(item.debtorKey).debtor.name,
    reason: one.reason,
    warnings: [...item.warnings],
    changes: [...one.changes],
  } as unknown as ImportItemRow;
}

function numberOf(item: PreparedItem, prepared: PreparedImport): string | null {
  if (item.kind === 'refused') return item.number;
  return item.kind === 'debtor'
    ? prepared.debtors.get(item.debtorKey).debtor.number
    : item.invoice.number;
}
