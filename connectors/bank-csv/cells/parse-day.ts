import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import { type CellFault, shorten } from '../csv-problem.ts';
import type { DayOrder } from './styles.ts';

const TIME = /[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;
const ORDERED = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})$/;
const WRITTEN = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

/**
 * `20260302`, `2026-03-02`, `02-03-2026`, `02.03.26` or, where the file shows or a person said which
 * comes first, `03/02/2026`. Else what is wrong: a day is never guessed.
 */
export function parseDay(text: string, order: DayOrder | null): CalendarDate | CellFault {
  const bare = text.trim().replace(TIME, '');
  const [, year, , month, day] = ORDERED.exec(bare) ?? [];
  if (year !== undefined) return dayOf({ year, month, day }) ?? invalid(text);
  const written = WRITTEN.exec(bare);
  return written === null ? invalid(text) : dayOfWritten(text, written, order);
}

function dayOfWritten(
  text: string,
  [, first = '', mark = '', second = '', last = '']: RegExpExecArray,
  order: DayOrder | null,
): CalendarDate | CellFault {
  const known = order ?? orderOf(first, second, { mark, isShort: last.length === 2 });
  if (known === null) return unclear(text);
  return dayOf(partsOf([first, second, last], known)) ?? invalid(text);
}

type Parts = Readonly<Record<'year' | 'month' | 'day', string | undefined>>;

/** With slashes it may be month/day too, and short years may come first. */
function orderOf(
  first: string,
  second: string,
  { mark, isShort }: { readonly mark: string; readonly isShort: boolean },
): DayOrder | null {
  if (mark === '.') return 'day-first';
  if (isShort) return null;
  if (mark === '-') return 'day-first';
  return Number(first) > 12 || Number(first) === Number(second) ? 'day-first' : null;
}

function partsOf([a, b, c]: readonly [string, string, string], order: DayOrder): Parts {
  if (order === 'year-first') return { year: a, month: b, day: c };
  return order === 'day-first' ? { day: a, month: b, year: c } : { month: a, day: b, year: c };
}

function dayOf({ year = '', month = '', day = '' }: Parts): CalendarDate | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(text) ? text : null;
}

const invalid = (text: string): CellFault => ({
  code: 'DAY_INVALID',
  message: `“${shorten(text)}” is not a day.`,
  value: shorten(text),
});

const unclear = (text: string): CellFault => ({
  code: 'DAY_UNCLEAR',
  message: `“${shorten(text)}” may be read in two ways; say what comes first.`,
  value: shorten(text),
});
