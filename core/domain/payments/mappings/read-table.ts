import {
  type BankReadOptions,
  type BankStatementPort,
  type BankTablePreview,
  FileUnreadableError,
  type InputFile,
} from '@inning/sdk';
import type { Id, Scope } from '../../../store/index.ts';
import type { Reader } from '../../files/index.ts';
import type { MappingService, TableReading } from './mappings.service.ts';
import type { StatementMapping } from './statement-mapping.model.ts';

export type TableFile = {
  readonly file: InputFile;
  readonly reader: Reader<BankStatementPort>;
  readonly administrationId: Id;
};

/** How the columns of a file are understood; null for a format without columns, and for no table. */
export async function lookAtTable(
  { file, reader }: Pick<TableFile, 'file' | 'reader'>,
  options: BankReadOptions = {},
): Promise<BankTablePreview | null> {
  try {
    return (await reader.port.preview?.(file, options)) ?? null;
  } catch (error) {
    if (error instanceof FileUnreadableError) return null;
    throw error;
  }
}

/** Everything that was remembered of tables with the headers of this file, latest first. */
export async function findRemembered(
  mappings: MappingService,
  scope: Scope,
  { administrationId, ...table }: TableFile,
): Promise<StatementMapping[]> {
  if (table.reader.port.preview === undefined) return [];
  if (!(await mappings.hasAny(scope, administrationId))) return [];
  const seen = await lookAtTable(table);
  // Columns that have no names are another table's just as well.
  if (seen === null || !seen.hasHeaders) return [];
  return mappings.find(
    scope,
    administrationId,
    seen.columns.map(({ header }) => header),
  );
}

export const readingOf = ({ account, columns, styles }: StatementMapping): TableReading => ({
  account,
  columns: columns as TableReading['columns'],
  styles: (styles ?? {}) as TableReading['styles'],
});

export const optionsOf = ({ account, columns, styles }: TableReading): BankReadOptions => ({
  columns,
  styles,
  ...(account === '' ? {} : { account }),
});
