import { type Locale, type Refusal, type Static, Type } from '@inning/sdk';
import {
  IdSchema,
  idText,
  InstantSchema,
  OptionalInstant,
  optionalInstantText,
  OptionalText,
} from '../routing/index.ts';
import type { Change } from './comparing/compare-debtor.ts';
import { type Import, IMPORT_STATES } from './import.model.ts';
import { type ImportItemRow, ITEM_STATUSES } from './import-item.model.ts';
import type { UnderstoodColumns } from './reading/read-items.ts';
import { sayChange, sayRefusal } from './say-item.ts';

const CountsSchema = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
});
const FailureSchema = Type.Union([
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
  code: Type.Union([Type.String(), Type.Null()], { description: 'Why it was refused, stable' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why, in words' }),
  warnings: Type.Array(Type.String()),
  changes: Type.Array(Type.String(), { description: 'What changes, in words' }),
});
export type ImportItemView = Static<typeof ImportItemSchema>;

const ColumnsSchema = Type.Union([
  Type.Object({
    headers: Type.Array(Type.String()),
    fields: Type.Array(Type.Object({ field: Type.String(), header: OptionalText })),
    missing: Type.Array(Type.String()),
  }),
  Type.Null(),
]);
const file = {
  name: Type.String(),
  format: OptionalText,
  columns: ColumnsSchema,
  sizeBytes: Type.Integer(),
  counts: CountsSchema,
};
const common = {
  id: IdSchema,
  administrationId: IdSchema,
  state: Type.Enum(IMPORT_STATES),
  counts: CountsSchema,
  itemCount: Type.Integer(),
  doneCount: Type.Integer(),
  done: CountsSchema,
  failure: FailureSchema,
  at: InstantSchema,
  by: Type.String(),
  committedAt: OptionalInstant,
};
export const ImportSchema = Type.Object({ ...common, files: Type.Array(Type.Object(file)) });
export type ImportView = Static<typeof ImportSchema>;
export const ImportPreviewSchema = Type.Object({
  importId: IdSchema,
  ...common,
  files: Type.Array(Type.Object({ ...file, items: Type.Array(ImportItemSchema) })),
});

export function importView(row: Import): ImportView {
  const failure = row.failure as { code: string; message: string } | null;
  return {
    id: idText(row._id),
    administrationId: idText(row.administrationId),
    state: row.state,
    counts: countsView(row.counts),
    itemCount: row.itemCount,
    doneCount: row.doneCount,
    done: countsView(row.done),
    failure: failure ? { code: failure.code, message: failure.message } : null,
    at: row.createdAt.toISOString(),
    by: row.createdBy,
    committedAt: optionalInstantText(row.committedAt),
    files: row.files.map((one) => ({
      name: one.name,
      format: one.format ?? null,
      columns: columnsView(one.columns as UnderstoodColumns | null),
      sizeBytes: one.sizeBytes,
      counts: countsView(one.counts),
    })),
  };
}

/** Every field that was found or is missing, with its header. */
function columnsView(understood: UnderstoodColumns | null): Static<typeof ColumnsSchema> {
  if (!understood) return null;
  const found = understood.columns.flatMap(({ field, header }) =>
    field ? [{ field, header }] : [],
  );
  const missing = understood.missing.map((field) => ({ field, header: null }));
  return {
    headers: understood.columns.map((one) => one.header),
    fields: [...found, ...missing],
    missing: [...understood.missing],
  };
}

const countsView = (counts: Import['counts']) => ({
  new: counts.new,
  changed: counts.changed,
  unchanged: counts.unchanged,
  refused: counts.refused,
});

/** What became of the items; the counts are those of the whole import, also after an interruption. */
export const CommittedSchema = Type.Object({
  importId: IdSchema,
  state: Type.Enum(IMPORT_STATES),
  ...CountsSchema.properties,
});
export const committedView = (row: Import): Static<typeof CommittedSchema> => ({
  importId: idText(row._id),
  state: row.state,
  ...countsView(row.done),
});

export const importItemView = (row: ImportItemRow, locale: Locale): ImportItemView => ({
  ordinal: row.ordinal,
  file: row.fileIndex,
  place: row.place as Static<typeof PlaceSchema>,
  kind: row.kind,
  status: row.status,
  number: row.number ?? null,
  debtor: row.debtorName ?? null,
  code: (row.reason as Refusal | null)?.code ?? null,
  reason: row.reason ? sayRefusal(row.reason as Refusal, locale) : null,
  warnings: [...row.warnings],
  changes: (row.changes as Change[]).map((change) => sayChange(change, locale)),
});
