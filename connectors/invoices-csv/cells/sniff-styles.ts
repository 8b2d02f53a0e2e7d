import type { Field } from '../columns/fields.ts';
import type { Columns } from '../columns/recognise-columns.ts';
import type { Row } from '../table/read-rows.ts';
import type { DecimalMark } from './parse-amount.ts';
import type { DayOrder } from './parse-day.ts';

/** How a file writes amounts and days, as far as its clear cells show. */
export type Styles = { readonly decimalMark: DecimalMark | null; readonly dayOrder: DayOrder };

const AMOUNTS: readonly Field[] = ['total', 'open'];
const DAYS: readonly Field[] = ['invoicedOn', 'dueOn'];

/** Looks at every row: one clear cell decides how the unclear ones are read, two opposite ones do not. */
export async function sniffStyles(rows: AsyncIterable<Row>, columns: Columns): Promise<Styles> {
  const marks = new Set<DecimalMark>();
  let isDayFirst = columns.isDutch;
  let isMonthFirst = false;
  for await (const row of rows) {
    for (const text of cellsOf(row, columns, AMOUNTS)) {
      const mark = markOf(text);
      if (mark !== null) marks.add(mark);
    }
    for (const text of cellsOf(row, columns, DAYS)) {
      const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text);
      if (Number(match?.[1]) > 12) isDayFirst = true;
      if (Number(match?.[2]) > 12) isMonthFirst = true;
    }
  }
  return { decimalMark: onlyOf(marks), dayOrder: orderOf(isDayFirst, isMonthFirst) };
}

function onlyOf(marks: ReadonlySet<DecimalMark>): DecimalMark | null {
  const [mark = null] = marks;
  return marks.size === 1 ? mark : null;
}

function orderOf(isDayFirst: boolean, isMonthFirst: boolean): DayOrder {
  if (isMonthFirst) return 'month-first';
  return isDayFirst ? 'day-first' : 'unknown';
}

function cellsOf({ cells }: Row, columns: Columns, fields: readonly Field[]): string[] {
  return fields.map((field) => {
    const column = columns.byField.get(field);
    return column ? (cells[column.index] ?? '').trim() : '';
  });
}

/** The decimal mark a cell shows beyond doubt: before one or two last digits, or opposite to a group. */
function markOf(text: string): DecimalMark | null {
  const last = /\d([.,])\d{1,2}(?!\d)[^\d.,]*$/.exec(text)?.[1];
  if (last === ',' || last === '.') return last;
  const repeated = /\d([.,])\d{3}\1\d{3}/.exec(text)?.[1];
  if (repeated === undefined) return null;
  return repeated === ',' ? '.' : ',';
}
