import {
  type BankReadOptions,
  type ReadStatement,
  FileUnreadableError,
  type InputFile,
} from '@inning/sdk';
import { type Pause, withoutPauses } from '@inning/sdk/bank';
import { buildStatements } from './build-statements.ts';
import { type Styles, sniffStyles } from './cells/styles.ts';
import { type Mapping, requireColumns } from './columns/columns.ts';
import { CsvProblem } from './csv-problem.ts';
import { isEmptyRow, type LineContext, readLine, type ReadLine } from './read-line.ts';
import { openTable, type Table } from './table/open-table.ts';

export type CsvSettings = {
  /** For a file that does not say of which account it is; empty when it must. */
  readonly account: string;
  readonly columns: Mapping;
};

/** So many rows take a few milliseconds. */
const PAUSE_EVERY = 100;

/** Reads a table of bookings whole. Throws `FileUnreadableError` with the line and the column. */
export const readCsv = (
  file: InputFile,
  settings: CsvSettings,
  options: BankReadOptions = {},
): Generator<ReadStatement> => withoutPauses(stepThroughCsv(file, settings, options));

/** The same, with pauses between. */
export function* stepThroughCsv(
  file: InputFile,
  settings: CsvSettings,
  options: BankReadOptions = {},
): Generator<ReadStatement | Pause> {
  try {
    const mapping = { ...settings.columns, ...options.columns };
    const table = openTable(file.bytes, mapping);
    requireColumns(table.header, table.columns);
    const context = contextOf(table, settings, options);
    const lines: ReadLine[] = [];
    for (const row of table.rows()) {
      if (isEmptyRow(row, table.columns)) continue;
      const line = readLine(row, context);
      if (line.account === '' && !options.allowsParts) {
        throw new CsvProblem('No column says of which account this is; name it in the settings.', {
          line: row.line,
        });
      }
      lines.push(line);
      if (lines.length % PAUSE_EVERY === 0) yield null;
    }
    if (lines.length === 0) throw new CsvProblem('There is no booking in this table.');
    yield* buildStatements(lines);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What a row is read with: what the table shows, and what a person said over it. */
export function contextOf(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  settings: CsvSettings,
  { account, styles = {} }: BankReadOptions,
): LineContext & { readonly styles: Styles } {
  const ownAccount = account?.replace(/\s/g, '') || settings.account;
  return { columns, ownAccount, styles: { ...sniffStyles(rows(), columns), ...styles } };
}

/** A problem of the table with the name of its file; anything else as it is. */
export function unreadable(file: InputFile, error: unknown): unknown {
  if (!(error instanceof CsvProblem)) return error;
  return new FileUnreadableError(file.name, error.message, error.place, { cause: error });
}
