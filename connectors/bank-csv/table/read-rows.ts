import { CsvProblem } from '../csv-problem.ts';

export type Row = {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

const MAX_ROW = 40_000;
const MAX_CELLS = 200;
/** Spreadsheets leave some empty rows below a table; a file of nothing else would keep us for minutes. */
const MAX_BLANK = 100_000;
const QUOTED = /"((?:[^"]|"")*)"/y;

/**
 * Cuts a text into rows and cells. A cell in double quotes may hold the delimiter, line ends and
 * doubled quotes. Rows without any text are left out. Memory is that of one row and one piece.
 */
export function* readRows(pieces: Iterable<string>, delimiter: string): Generator<Row> {
  let open: { readonly line: number; text: string } | null = null;
  let blank = 0;
  for (const { line, text } of readLines(pieces)) {
    open = open === null ? { line, text } : { line: open.line, text: `${open.text}\n${text}` };
    if (open.text.length > MAX_ROW) {
      throw new CsvProblem(`This row has over ${MAX_ROW} characters, or an open quote.`, {
        line: open.line,
      });
    }
    if (isInQuotes(open.text)) continue;
    const cells = cut(open.text, delimiter, open.line);
    const hasText = cells.some((cell) => cell.trim() !== '');
    blank = hasText ? 0 : blank + 1;
    if (blank > MAX_BLANK) {
      throw new CsvProblem('There are only empty rows from here on.', { line: line - MAX_BLANK });
    }
    if (hasText) yield { line: open.line, cells };
    open = null;
  }
  if (open !== null) {
    const problem = 'A quote is opened in this row and never closed.';
    throw new CsvProblem(problem, { line: open.line });
  }
}

function* readLines(pieces: Iterable<string>): Generator<{ line: number; text: string }> {
  let rest = '';
  let line = 0;
  for (const piece of pieces) {
    rest += line === 0 ? piece.replace(/^\ufeff/, '') : piece;
    const held = rest.endsWith('\r') ? '\r' : '';
    const lines = rest.slice(0, rest.length - held.length).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + held;
    for (const text of lines) yield { line: (line += 1), text };
    if (rest.length > MAX_ROW) break;
  }
  for (const text of rest.split('\r')) yield { line: (line += 1), text };
}

function isInQuotes(text: string): boolean {
  let isOpen = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function cut(text: string, delimiter: string, line: number): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    QUOTED.lastIndex = at;
    const quoted = text[at] === '"' ? QUOTED.exec(text) : null;
    const from = quoted ? QUOTED.lastIndex : at;
    const found = text.indexOf(delimiter, from);
    const end = found === -1 ? text.length : found;
    const after = text.slice(from, end);
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') + after.trim() : after);
    if (cells.length > MAX_CELLS) {
      throw new CsvProblem(`This row has more than ${MAX_CELLS} columns.`, { line });
    }
    at = end + 1;
  }
  return cells;
}
