import {
  type Columns,
  columnsOfHeader,
  countFields,
  type Mapping,
  requireColumns,
} from '../columns/columns.ts';
import { headerlessColumns } from '../columns/headerless.ts';
import { CsvProblem } from '../csv-problem.ts';
import { decodeCsv } from './decode-csv.ts';
import { type Row, readRows } from './read-rows.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Banks write a title above their headers; a header comes within this many rows. */
const MAX_ABOVE = 5;

export type Table = { readonly columns: Columns; readonly rows: Iterable<Row> };
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
  const rows = () => readRows(decodeCsv(bytes), opening.delimiter);
  const [top] = opening.first;
  if (top === undefined) throw new CsvProblem('The file is empty.');
  if (opening.headerAt === null) {
    const columns = headerlessColumns(top);
    if (columns !== null) return { columns, rows: rows() };
  }
  const headerAt = opening.headerAt ?? 0;
  const header = opening.first[headerAt] ?? top;
  const columns = columnsOfHeader(header, mapping);
  requireColumns(header, columns);
  return { columns, rows: below(rows(), header.line) };
}

/** The delimiter under which the file is best understood. */
export function bestOpening(pieces: () => Iterable<string>, mapping: Mapping): Opening {
  const openings = DELIMITERS.map((delimiter) => tryOpening(pieces(), delimiter, mapping));
  const [best] = openings.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  return best ?? { delimiter: ';', first: [], headerAt: null, known: 0 };
}

const scoreOf = ({ known, first }: Opening) => known * 1000 + (first.at(-1)?.cells.length ?? 0);

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
  const counts = first.map(({ cells }) => {
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
