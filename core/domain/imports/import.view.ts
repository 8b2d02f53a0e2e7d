import { type Static, Type } from '@inning/sdk';
import {
  IdSchema,
  idText,
  InstantSchema,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import { type Import, IMPORT_STATES } from './import.model.ts';
import { type ImportItemRow, ITEM_STATUSES } from './import-item.model.ts';

const CountsSchema = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
});
const ReasonSchema = Type.Union([
  Type.Object({ code: Type.String(), message: Type.String() }),
  Type.Null(),
]);
const PlaceSchema = Type.Object({
  line: Type.Optional(Type.Integer()),
  field: Type.Optional(Type.String()),
  path: Type.Optional(Type.String()),
});
export const ImportItemSchema = Type.Object({
  ordinal: Type.Integer(),
  file: Type.Integer({ description: 'Which of the files, from 0' }),
  place: PlaceSchema,
  kind: Type.String(),
  status: Type.Enum(ITEM_STATUSES),
  number: OptionalText,
  debtor: OptionalText,
  reason: ReasonSchema,
  warnings: Type.Array(Type.String()),
  changes: Type.Array(
    Type.Object({ field: Type.String(), from: Type.Unknown(), to: Type.Unknown() }),
  ),
});
export type ImportItemView = Static<typeof ImportItemSchema>;

const file = {
  name: Type.String(),
  format: OptionalText,
  columns: Type.Unknown({ description: 'How the columns of a table were understood' }),
  sizeBytes: Type.Integer(),
  counts: CountsSchema,
};
const common = {
  importId: IdSchema,
  administrationId: IdSchema,
  state: Type.Enum(IMPORT_STATES),
  counts: CountsSchema,
  itemCount: Type.Integer(),
  doneCount: Type.Integer(),
  done: CountsSchema,
  failure: ReasonSchema,
  createdAt: InstantSchema,
  createdBy: Type.String(),
  committedAt: OptionalInstant,
};
export const ImportSchema = Type.Object({ ...common, files: Type.Array(Type.Object(file)) });
export type ImportView = Static<typeof ImportSchema>;
export const ImportPreviewSchema = Type.Object({
  ...common,
  files: Type.Array(Type.Object({ ...file, items: Type.Array(ImportItemSchema) })),
});

export function importView(row: Import): ImportView {
  const failure = row.failure as { code: string; message: string } | null;
  return {
    importId: idText(row._id),
    administrationId: idText(row.administrationId),
    state: row.state,
    counts: countsView(row.counts),
    itemCount: row.itemCount,
    doneCount: row.doneCount,
    done: countsView(row.done),
    failure: failure ? { code: failure.code, message: failure.message } : null,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    committedAt: optionalInstantText(row.committedAt),
    files: row.files.map((one) => ({
      name: one.name,
      format: one.format ?? null,
      columns: one.columns ?? null,
      sizeBytes: one.sizeBytes,
      counts: countsView(one.counts),
    })),
  };
}

const countsView = (counts: Import['counts']) => ({
  new: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  refused: counts.refused,
});

export const importItemView = (row: ImportItemRow): ImportItemView => ({
  ordinal: row.ordinal,
  file: row.fileIndex,
  place: row.place as Static<typeof PlaceSchema>,
  kind: row.kind,
  status: row.status,
  number: row.number ?? null,
  debtor: row.debtorName ?? null,
  reason: (row.reason as Static<typeof ReasonSchema>) ?? null,
  warnings: [...row.warnings],
  changes: row.changes as ImportItemView['changes'],
});
