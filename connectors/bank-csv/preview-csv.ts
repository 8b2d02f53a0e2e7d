import {
  type BankLine,
  type BankReadOptions,
  type BankTablePreview,
  type Cents,
  cents,
  type InputFile,
  type TableProblem,
} from '@inning/sdk';
import { buildStatements } from './build-statements.ts';
import { columnsOfHeader, type Mapping, missingFields } from './columns/columns.ts';
import { FIELDS_BY_WEIGHT } from './columns/fields.ts';
import { guessColumns } from './columns/guess-columns.ts';
import { CsvProblem } from './csv-problem.ts';
import { contextOf, type CsvSettings, unreadable } from './read-csv.ts';
import { isEmptyRow, readLine, type ReadLine } from './read-line.ts';
import { openTable, type Table } from './table/open-table.ts';

const GUESS_ROWS = 50;
const SHOWN_ROWS = 8;
const SHOWN_PROBLEMS = 20;
const SAMPLES = 3;

/** How a table would be read, with columns guessed where headers tell nothing. */
export function previewCsv(
  file: InputFile,
  settings: CsvSettings,
  options: BankReadOptions,
): BankTablePreview {
  try {
    const table = guessed(file, { ...settings.columns, ...options.columns });
    const missing = missingFields(table.columns);
    const read = readEvery(table, settings, options, missing.length > 0);
    const fieldAt = new Map(
      [...table.columns.byField].flatMap(([field, places]) => places.map((at) => [at, field])),
    );
    const first = firstCells(table);
    return {
      columns: table.header.cells.map((header, at) => ({
        header: header.trim(),
        field: fieldAt.get(at) ?? null,
        samples: first
          .map((cells) => (cells[at] ?? '').trim().slice(0, 60))
          .filter((text) => text !== '')
          .slice(0, SAMPLES),
      })),
      fields: FIELDS_BY_WEIGHT,
      hasHeaders: table.hasHeaders,
      namesAccount: table.columns.byField.has('account'),
      missing,
      ...read,
    };
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The table with what its content suggests; what a person said, also that a field is nowhere, stays. */
function guessed(file: InputFile, mapping: Mapping): Table {
  const table = openTable(file.bytes, mapping);
  const guesses = guessColumns(table.columns, firstCells(table));
  const names = Object.entries(guesses).map(([field, at]) => [field, table.header.cells[at] ?? '']);
  const whole = { ...Object.fromEntries(names), ...mapping };
  if (names.length === 0) return table;
  return { ...table, columns: columnsOfHeader(table.header, whole) };
}

function firstCells(table: Table): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const { cells } of table.rows()) {
    if (rows.push(cells) === GUESS_ROWS) break;
  }
  return rows;
}

type Read = Pick<
  BankTablePreview,
  'rowCount' | 'rows' | 'problemCount' | 'problems' | 'receivedCents' | 'paidCents' | 'warnings'
>;

// oxlint-disable-next-line max-params -- the two sources of what is asked, and whether it can be read
function readEvery(
  table: Table,
  settings: CsvSettings,
  options: BankReadOptions,
  isMissing: boolean,
): Read {
  const context = contextOf(table, settings, options);
  const lines: ReadLine[] = [];
  const problems: TableProblem[] = [];
  let rowCount = 0;
  let problemCount = 0;
  for (const row of table.rows()) {
    if (!isMissing && isEmptyRow(row, table.columns)) continue;
    rowCount += 1;
    if (isMissing) continue;
    const line = tryLine(() => readLine(row, context));
    if ('account' in line) lines.push(line);
    else if ((problemCount += 1) <= SHOWN_PROBLEMS) problems.push(line);
  }
  const isWhole = problemCount === 0 && lines.length > 0;
  return {
    rowCount,
    rows: lines.slice(0, SHOWN_ROWS).map(bookingOf),
    problemCount,
    problems,
    receivedCents: totalOf(lines, (amount) => amount > 0),
    paidCents: totalOf(lines, (amount) => amount < 0),
    warnings: isWhole ? buildStatements(lines).flatMap(({ warnings }) => warnings) : [],
  };
}

function tryLine(read: () => ReadLine): ReadLine | TableProblem {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CsvProblem) || error.cell === null) throw error;
    return { place: error.place, ...error.cell };
  }
}

function bookingOf({ draft }: ReadLine): Omit<BankLine, 'bankReference'> {
  const { ownReference: _own, partIds: _ids, ...line } = draft;
  return line;
}

const totalOf = (lines: readonly ReadLine[], counts: (amount: number) => boolean): Cents =>
  cents(
    lines.reduce(
      (sum, { draft }) => (counts(draft.amountCents) ? sum + draft.amountCents : sum),
      0,
    ),
  );
