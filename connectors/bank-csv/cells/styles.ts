import type { Columns } from '../columns/columns.ts';
import type { Field } from '../columns/fields.ts';
import type { Row } from '../table/read-rows.ts';

export type DayOrder = 'day-first' | 'month-first' | 'year-first';
export type DecimalMark = ',' | '.';
/** How a table writes days and amounts; null where neither the table shows it nor a person said so. */
export type Styles = {
  readonly dayOrder: DayOrder | null;
  readonly decimalMark: DecimalMark | null;
};

const AMOUNTS: readonly Field[] = ['amount', 'received', 'paid', 'balanceAfter'];
const DAYS: readonly Field[] = ['bookedOn', 'valueOn'];

/** Looks at every row: one clear cell decides how unclear ones are read, two opposite ones do not. */
export function sniffStyles(rows: Iterable<Row>, columns: Columns): Styles {
  const marks = new Set<DecimalMark>();
  const orders = new Set<DayOrder>();
  for (const row of rows) {
    for (const cell of cellsOf(row, columns, AMOUNTS)) add(marks, markOf(cell));
    for (const cell of cellsOf(row, columns, DAYS)) add(orders, orderOf(cell));
  }
  return { dayOrder: onlyOf(orders), decimalMark: onlyOf(marks) };
}

const cellsOf = ({ cells }: Row, { byField }: Columns, fields: readonly Field[]): string[] =>
  fields
    .flatMap((field) => byField.get(field) ?? [])
    .map((at) => (cells[at] ?? '').trim())
    .filter((text) => text !== '');

function add<T>(to: Set<T>, value: T | null): void {
  if (value !== null) to.add(value);
}

function onlyOf<T>(values: ReadonlySet<T>): T | null {
  const [value = null] = values;
  return values.size === 1 ? value : null;
}

/** The decimal mark a cell shows beyond doubt: before one or two last digits, or beside groups. */
function markOf(text: string): DecimalMark | null {
  const last = /\d([.,])\d{1,2}(?!\d)[^\d.,]*$/.exec(text)?.[1];
  if (last === ',' || last === '.') return last;
  const repeated = /\d([.,])\d{3}\1\d{3}/.exec(text)?.[1];
  if (repeated === undefined) return null;
  return repeated === ',' ? '.' : ',';
}

/** Only days with slashes are written in two orders; the others have their own. */
function orderOf(text: string): DayOrder | null {
  const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/.exec(text) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first';
  return Number(second) > 12 && Number(first) <= 12 ? 'month-first' : null;
}
