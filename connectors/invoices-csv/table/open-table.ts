import { FileUnreadableError, type InputFile } from '@inning/sdk';
import { decodeText } from './decode-text.ts';
import { type Row, readRows } from './read-rows.ts';
import type { Encoding } from './sniff-encoding.ts';

export const DELIMITERS = [';', ',', '\t', '|'] as const;

export type Table = {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** The first row with text; empty cells at its end are left out. */
  readonly header: Row;
  /** The rows below the header, read anew at each call. */
  readonly rows: () => Generator<Row>;
};

/**
 * Opens a CSV file. The delimiter is the one that gives the header most names that `count` knows,
 * or else most cells. Throws `FileUnreadableError` when it is no table.
 */
export function openTable(file: InputFile, count: (header: readonly string[]) => number): Table {
  const { encoding, pieces } = decodeText(file);
  const first = firstLine(pieces());
  const declared = /^sep=([;,|])$/i.exec(first)?.[1];
  const candidates = declared === undefined ? DELIMITERS : [declared];

  const openings = candidates.map((delimiter) => {
    const rows = () => tableRows({ name: file.name, pieces: pieces() }, delimiter);
    return { delimiter, rows, ...tryHeader(rows) };
  });
  const scored = openings.flatMap(({ header, ...opening }) => {
    if (header === null) return [];
    const cells = header.cells.length;
    return [{ ...opening, header, score: count(header.cells) * 1000 + cells }];
  });
  const [best] = scored.sort((one, other) => other.score - one.score);
  if (best === undefined) {
    const problem = openings.find((opening) => opening.problem !== null)?.problem;
    throw problem ?? new FileUnreadableError(file.name, 'the file is empty.');
  }
  const { delimiter, header, rows } = best;
  return { encoding, delimiter, header, rows: () => withoutHeader(rows()) };
}

function* tableRows(text: { name: string; pieces: Iterable<string> }, delimiter: string) {
  for (const row of readRows(text, delimiter)) {
    // A spreadsheet writes its delimiter on a line of its own.
    if (row.line === 1 && /^sep=/i.test(row.cells[0] ?? '') && row.cells.length <= 2) continue;
    yield row;
  }
}

function* withoutHeader(rows: Generator<Row>): Generator<Row> {
  rows.next();
  yield* rows;
}

type Header = { readonly header: Row | null; readonly problem: FileUnreadableError | null };

function tryHeader(rows: () => Generator<Row>): Header {
  try {
    for (const row of rows()) return { header: trimEnd(row), problem: null };
    return { header: null, problem: null };
  } catch (error) {
    if (error instanceof FileUnreadableError) return { header: null, problem: error };
    throw error;
  }
}

function trimEnd({ line, cells }: Row): Row {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return { line, cells: cells.slice(0, last + 1).map((cell) => cell.replace(/\s+/g, ' ').trim()) };
}

function firstLine(pieces: Iterable<string>): string {
  for (const piece of pieces)
    return (
      piece
        .slice(0, 100)
        .split(/[\r\n]/)[0]
        ?.trim() ?? ''
    );
  return '';
}
