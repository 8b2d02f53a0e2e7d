import type { InputFile } from '@inning/sdk';
import { type AdministrationKey, type Id, newId, type Scope } from '../../../store/index.ts';
import { type Administration, keyOfAdministration } from '../../administrations/index.ts';
import type { PlannedItem } from '../comparing/plan-batch.ts';
import { type Import, imports } from '../import.model.ts';
import { type ImportItemRow, importItems } from '../import-item.model.ts';
import type { CommitDeps } from '../imports.deps.ts';
import type { PreparedImport, PreparedItem } from '../reading/prepare-items.ts';
import type { ReadImport } from '../reading/read-items.ts';
import { countStatuses, NO_COUNTS } from './counts.ts';

export type PreviewRequest = {
  readonly administrationId: Id;
  readonly files: readonly InputFile[];
  /** Header in the file by field of ours. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly by: string;
};
export type MadePreview = {
  readonly request: PreviewRequest;
  readonly read: ReadImport;
  readonly planned: readonly PlannedItem[];
  readonly prepared: PreparedImport;
};

const BATCH = 1_000;

/** Keeps a preview with its items and the files as they came. */
export function createKeepPreview({ store, clock, files }: CommitDeps) {
  async function keepFiles(scope: Scope, place: AdministrationKey, made: MadePreview) {
    const kept = [];
    for (const [index, file] of made.request.files.entries()) {
      const mediaType = 'application/octet-stream';
      const { _id: fileId } = await files.save(scope, place, { ...file, mediaType });
      const its = made.planned.filter((one) => one.item.fileIndex === index);
      kept.push({
        fileId,
        name: file.name,
        sizeBytes: file.bytes.byteLength,
        format: made.read.files[index]?.format ?? null,
        columns: made.read.files[index]?.columns ?? null,
        counts: countStatuses(its),
      });
    }
    return kept;
  }

  return async (
    scope: Scope,
    administration: Administration,
    made: MadePreview,
  ): Promise<Import> => {
    const place = keyOfAdministration(administration);
    const { request, planned, prepared } = made;
    const importId = newId();
    const rows = planned.map((one) => itemRow(importId, place, { one, prepared }));
    const table = store.table(importItems).in(scope);
    for (let from = 0; from < rows.length; from += BATCH) {
      await table.insertRaw(rows.slice(from, from + BATCH));
    }
    const kept = await keepFiles(scope, place, made);
    // Last, so that an import that can be found is complete.
    return store
      .table(imports)
      .in(scope)
      .insert({
        _id: importId,
        ...place,
        state: 'previewed',
        columns: request.columns ?? {},
        files: kept as never,
        counts: countStatuses(planned),
        itemCount: planned.length,
        done: NO_COUNTS,
        createdAt: clock.now(),
        createdBy: request.by,
      });
  };
}

function itemRow(
  importId: Id,
  place: AdministrationKey,
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
