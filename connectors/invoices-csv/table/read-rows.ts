import { FileUnreadableError } from '@inning/sdk';

export type Row = {
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** What a spreadsheet can hold in a cell, and more columns than anyone uses. */
const MAX_CELL = 32_767;
const MAX_COLUMNS = 500;
const NULL_BYTE = 'there is a null byte, so this is no text file, or UTF-16 without its mark.';

type Text = { readonly name: string; readonly pieces: Iterable<string> };
type Stop = (line: number, problem: string) => never;

/**
 * Cuts a text into rows and cells. A cell in double quotes may hold the delimiter, line ends and
 * doubled quotes; a quote inside an unquoted cell is an ordinary character. Lines without any text
 * are left out. Throws `FileUnreadableError` with the line for null bytes, a quote that is never
 * closed, text after a closing quote, and cells or rows beyond reason. Memory is that of one row.
 */
export function* readRows({ name, pieces }: Text, delimiter: string): Generator<Row> {
  const stop: Stop = (line, problem) => {
    throw new FileUnreadableError(name, problem, { line });
  };
  const cutter = createCutter(delimiter, stop);
  const ordinary = new RegExp(`[^"\\r\\n\\0${delimiter}]+`, 'y');
  for (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      ordinary.lastIndex = at;
      const run = ordinary.exec(piece)?.[0];
      const row = run === undefined ? cutter.takeSign(piece.charAt(at)) : cutter.takeRun(run);
      if (row !== null) yield row;
      at += run?.length ?? 1;
    }
  }
  const last = cutter.finish();
  if (last !== null) yield last;
}

type State = 'start' | 'plain' | 'quoted' | 'closed';

function createCutter(delimiter: string, stop: Stop) {
  const lines = createLineCounter();
  let [rowLine, quoteLine] = [1, 1];
  let cells: string[] = [];
  let cell = '';
  let state: State = 'start';

  const add = (sign: string, next: State) => {
    cell += sign;
    state = next;
    if (cell.length <= MAX_CELL) return;
    if (next === 'plain') stop(rowLine, `a cell has over ${MAX_CELL} characters.`);
    stop(quoteLine, `a quote opens here and does not close within ${MAX_CELL} characters.`);
  };
  const endCell = () => {
    cells.push(cell);
    if (cells.length > MAX_COLUMNS) stop(rowLine, `there are over ${MAX_COLUMNS} columns.`);
    cell = '';
    state = 'start';
  };
  const endRow = (): Row | null => {
    endCell();
    const row = { line: rowLine, cells };
    cells = [];
    rowLine = lines.line();
    return hasText(row) ? row : null;
  };
  const quote = () => {
    if (state === 'plain') return add('"', 'plain');
    if (state === 'closed') return add('"', 'quoted');
    if (state === 'start') quoteLine = lines.line();
    state = state === 'start' ? 'quoted' : 'closed';
  };

  return {
    /** Takes text in which no quote, delimiter or line end stands. */
    takeRun(run: string): null {
      lines.take(run);
      if (state !== 'closed') add(run, state === 'quoted' ? 'quoted' : 'plain');
      else if (run.trim() !== '') stop(lines.line(), 'there is text after a closing quote.');
      return null;
    },

    /** Takes a quote, delimiter or line end; gives the row that it ends, if any. */
    takeSign(sign: string): Row | null {
      if (sign === '\0') stop(lines.line(), NULL_BYTE);
      const end = lines.take(sign);
      if (sign === '"') quote();
      else if (state === 'quoted') add(sign, 'quoted');
      else if (sign === delimiter) endCell();
      else if (end === 'line') return endRow();
      return null;
    },

    finish(): Row | null {
      if (state === 'quoted') stop(quoteLine, 'a quote is opened here and never closed.');
      return endRow();
    },
  };
}

const hasText = ({ cells }: Row) => cells.some((cell) => cell.trim() !== '');

/** Counts lines that end in LF, CR or both. */
function createLineCounter() {
  let line = 1;
  let isAfterReturn = false;
  return {
    line: () => line,
    /** `half` is the LF of a CR LF: it belongs to a line end that was counted before. */
    take(sign: string): 'no' | 'line' | 'half' {
      const isHalf = sign === '\n' && isAfterReturn;
      isAfterReturn = sign === '\r';
      if (isHalf) return 'half';
      if (sign !== '\n' && sign !== '\r') return 'no';
      line += 1;
      return 'line';
    },
  };
}
