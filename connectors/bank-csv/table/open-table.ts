import { type Columns, columnsOfHeader, countFields, type Mapping } from '../columns/columns.ts';
import { headerlessColumns } from '../columns/headerless.ts';
import { CsvProblem } from '../csv-problem.ts';
import { decodeCsv } from './decode-csv.ts';
import { looksLikeBooking } from './looks-like-booking.ts';
import { type Row, readRows } from './read-rows.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Banks write a title above their headers; a header comes within this many rows. */
const MAX_ABOVE = 10;

export type Table = {
  readonly header: Row;
  /** False when the first row is a booking; the header then holds the numbers of the columns. */
  readonly hasHeaders: boolean;
  readonly columns: Columns;
  /** The rows below the header; can be walked more than once. */
  rows(): Iterable<Row>;
};
export type Opening = {
  readonly delimiter: string;
  readonly first: readonly Row[];
  /** Where the header is among the first rows; null without one. */
  readonly headerAt: number | null;
  readonly known: number;
};

/** Opens a table with the columns of its header, or those of a bank that writes none. */
export function openTable(bytes: Uint8Array, mapping: Mapping): Table {
  const opening = bestOpening(() => decodeCsv(bytes), mapping);
  const every = () => readRows(decodeCsv(bytes), opening.delimiter);
  const [top] = opening.first;
  if (top === undefined) throw new CsvProblem('The file is empty.');
  const shape = opening.headerAt === null ? headerlessColumns(top) : null;
  const headerAt = opening.headerAt ?? guessHeader(opening.first);
  const written = shape === null && headerAt !== null ? opening.first[headerAt] : undefined;
  if (written === undefined) {
    const numbers = { line: top.line, cells: top.cells.map((_, index) => String(index + 1)) };
    const columns = shape ?? columnsOfHeader(numbers, mapping);
    return { header: numbers, hasHeaders: false, columns, rows: every };
  }
  const header = { line: written.line, cells: distinct(written.cells) };
  return {
    header,
    hasHeaders: true,
    columns: columnsOfHeader(header, mapping),
    rows: () => below(every(), header.line),
  };
}

/** So that a person can name each: an empty header is its number, one that is there twice is counted. */
function distinct(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((written, at) => {
    const header = written.trim() === '' ? String(at + 1) : written.trim();
    const count = (seen.get(header.toLowerCase()) ?? 0) + 1;
    seen.set(header.toLowerCase(), count);
    return count === 1 ? header : `${header} (${count})`;
  });
}

/** Headers that say nothing stand above the first row that looks like a booking; null without them. */
function guessHeader(first: readonly Row[]): number | null {
  const bookingAt = first.findIndex(({ cells }) => looksLikeBooking(cells));
  if (bookingAt === 0) return null;
  return Math.max(0, bookingAt - 1);
}

/** The delimiter under which the file is best understood. */
export function bestOpening(pieces: () => Iterable<string>, mapping: Mapping): Opening {
  const openings = DELIMITERS.map((delimiter) => tryOpening(pieces(), delimiter, mapping));
  const [best] = openings.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  return best ?? { delimiter: ';', first: [], headerAt: null, known: 0 };
}

function scoreOf({ known, first }: Opening): number {
  const bookings = first.filter(({ cells }) => looksLikeBooking(cells)).length;
  return known * 10_000 + bookings * 500 + (first.at(-1)?.cells.length ?? 0);
}

function tryOpening(pieces: Iterable<string>, delimiter: string, mapping: Mapping): Opening {
  const first: Row[] = [];
  try {
    for (const row of readRows(pieces, delimiter)) {
      first.push(row);
      if (first.length === MAX_ABOVE) break;
    }
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    return { delimiter, first, headerAt: null, known: 0 };
  }
  const headers = new Set(Object.values(mapping).map((name) => name.toLowerCase()));
  headers.delete('');
  const counts = first.map(({ cells }) => {
    if (looksLikeBooking(cells)) return 0;
    const mapped = cells.filter((cell) => headers.has(cell.trim().toLowerCase())).length;
    return mapped * 2 + countFields(cells);
  });
  const [top] = first;
  if (top && headerlessColumns(top)) return { delimiter, first, headerAt: null, known: 9 };
  const known = Math.max(0, ...counts);
  return { delimiter, first, headerAt: known >= 2 ? counts.indexOf(known) : null, known };
}

function* below(rows: Iterable<Row>, line: number): Generator<Row> {
  for (const row of rows) if (row.line > line) yield row;
}
