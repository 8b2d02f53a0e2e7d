import { type BankTablePreview, type Static, Type } from '@inning/sdk';
import {
  CentsSchema,
  DaySchema,
  InstantSchema,
  instantText,
  OptionalText,
} from '../../routing/index.ts';
import { readingOf } from './read-table.ts';
import type { StatementMapping } from './statement-mapping.model.ts';

const PlaceSchema = Type.Object({
  line: Type.Optional(Type.Integer()),
  field: Type.Optional(Type.String()),
});
const StylesSchema = Type.Object({
  dayOrder: Type.Optional(Type.Enum(['day-first', 'month-first', 'year-first'] as const)),
  decimalMark: Type.Optional(Type.Enum([',', '.'] as const)),
});
const ReadingSchema = Type.Object({
  account: Type.String(),
  columns: Type.Record(Type.String(), Type.String()),
  styles: StylesSchema,
});

export const TablePreviewSchema = Type.Object({
  headers: Type.Array(Type.String()),
  samples: Type.Array(Type.Array(Type.String()), { description: 'Of each column its first cells' }),
  fields: Type.Array(Type.Object({ field: Type.String(), header: OptionalText })),
  missing: Type.Array(Type.String()),
  hasHeaders: Type.Boolean(),
  namesAccount: Type.Boolean(),
  knownAccounts: Type.Array(Type.String()),
  reading: ReadingSchema,
  rememberedBy: OptionalText,
  rowCount: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      line: Type.Integer(),
      bookedOn: DaySchema,
      amountCents: CentsSchema,
      currency: Type.String(),
      counterpartyName: OptionalText,
      counterpartyAccount: OptionalText,
      description: Type.String(),
      reference: OptionalText,
    }),
  ),
  problemCount: Type.Integer(),
  problems: Type.Array(
    Type.Object({
      place: PlaceSchema,
      code: Type.String(),
      message: Type.String(),
      value: Type.String(),
    }),
  ),
  receivedCents: CentsSchema,
  paidCents: CentsSchema,
  warnings: Type.Array(
    Type.Object({
      code: OptionalText,
      message: Type.String(),
      line: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
});
export type TablePreviewView = Static<typeof TablePreviewSchema>;

/** Above this a person has seen enough to know that something is wrong. */
const MOST_WARNINGS = 5;

export function tablePreviewView(
  seen: BankTablePreview,
  told: Pick<TablePreviewView, 'knownAccounts' | 'reading' | 'rememberedBy'>,
): TablePreviewView {
  const headerOf = (field: string) =>
    seen.columns.find((column) => column.field === field)?.header ?? null;
  return {
    ...told,
    headers: seen.columns.map(({ header }) => header),
    samples: seen.columns.map(({ samples }) => [...samples]),
    fields: seen.fields.map((field) => ({ field, header: headerOf(field) })),
    missing: [...seen.missing],
    hasHeaders: seen.hasHeaders,
    namesAccount: seen.namesAccount,
    rowCount: seen.rowCount,
    rows: seen.rows.map((row) => ({
      line: row.place.line ?? 0,
      bookedOn: row.bookedOn,
      amountCents: row.amountCents,
      currency: row.currency,
      counterpartyName: row.counterpartyName,
      counterpartyAccount: row.counterpartyAccount,
      description: row.description,
      reference: row.structuredReference ?? row.endToEndId,
    })),
    problemCount: seen.problemCount,
    problems: seen.problems.map((one) => ({ ...one, place: placeView(one.place) })),
    receivedCents: seen.receivedCents,
    paidCents: seen.paidCents,
    warnings: seen.warnings.slice(0, MOST_WARNINGS).map(({ code, message, place }) => ({
      code: code ?? null,
      message,
      line: place.line ?? null,
    })),
  };
}

const placeView = ({ line, field }: BankTablePreview['problems'][number]['place']) => ({
  ...(line === undefined ? {} : { line }),
  ...(field === undefined ? {} : { field }),
});

export const MappingSchema = Type.Object({
  id: Type.String(),
  administrationId: Type.String(),
  account: OptionalText,
  headers: Type.Array(Type.String()),
  columns: Type.Array(Type.Object({ field: Type.String(), header: Type.String() })),
  rememberedAt: InstantSchema,
  rememberedBy: Type.String(),
});

export function mappingView(row: StatementMapping): Static<typeof MappingSchema> {
  const columns = Object.entries(readingOf(row).columns).filter(([, header]) => header !== '');
  return {
    id: row._id.toHexString(),
    administrationId: row.administrationId.toHexString(),
    account: row.account === '' ? null : row.account,
    headers: [...row.headers],
    columns: columns.map(([field, header]) => ({ field, header })),
    rememberedAt: instantText(row.rememberedAt),
    rememberedBy: row.rememberedBy,
  };
}
