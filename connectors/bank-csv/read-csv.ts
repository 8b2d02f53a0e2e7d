import {
  type BankReadOptions,
  type BankStatement,
  FileUnreadableError,
  type InputFile,
} from '@inning/sdk';
import { buildStatements } from './build-statements.ts';
import type { Mapping } from './columns/columns.ts';
import { CsvProblem } from './csv-problem.ts';
import { readLine } from './read-line.ts';
import { openTable } from './table/open-table.ts';

export type CsvSettings = {
  /** For a file that does not say of which account it is; empty when it must. */
  readonly account: string;
  readonly columns: Mapping;
};

/** Reads a table of bookings whole. Throws `FileUnreadableError` with the line and the column. */
export function* readCsv(
  file: InputFile,
  { account: ownAccount, columns: mapping }: CsvSettings,
  { allowsParts = false, columns: asked = {} }: BankReadOptions = {},
): Generator<BankStatement> {
  try {
    const { columns, rows } = openTable(file.bytes, { ...mapping, ...asked });
    const lines = [];
    for (const row of rows) {
      const line = readLine(row, { columns, ownAccount });
      if (line.account === '' && !allowsParts) {
        throw new CsvProblem('No column says of which account this is; name it in the settings.', {
          line: row.line,
        });
      }
      lines.push(line);
    }
    if (lines.length === 0) throw new CsvProblem('There is no booking in this table.');
    yield* buildStatements(lines);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    throw new FileUnreadableError(file.name, error.message, error.place, { cause: error });
  }
}
