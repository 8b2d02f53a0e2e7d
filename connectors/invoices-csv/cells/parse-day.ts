import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import type { Unparsed } from './parse-amount.ts';

/** What other days in the file show about `3/4/2026`. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown';

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'januar', 'jan'],
  ['februari', 'february', 'februar', 'feb'],
  ['maart', 'march', 'maerz', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may', 'mai'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dezember', 'dec', 'dez'],
];
const MIDNIGHT = /[T ]0{1,2}:00(:00(\.0+)?)?$/;

/**
 * A day as `2026-03-01`, `20260301`, `01-03-2026`, `1/3/2026`, `1.3.2026` or `1 maart 2026`, with
 * or without midnight as time. What can be read as month/day/year is refused, never guessed.
 */
export function parseDay(text: string, order: DayOrder): ParsedDay {
  if (/^[=@+]/.test(text)) return { problem: 'is a formula; only days are read' };
  const bare = text.replace(MIDNIGHT, '');
  const iso = /^(\d{4})([-/]?)(\d{2})\2(\d{2})$/.exec(bare);
  if (iso) return toDay(iso[1], iso[3], iso[4]);
  return parseWritten(bare) ?? parseNumeric(bare, order);
}

type ParsedDay = { readonly day: CalendarDate } | Unparsed;

/** `1 maart 2026` */
function parseWritten(text: string): ParsedDay | null {
  const match = /^(\d{1,2})[. -]*(\p{L}{3,})[. -]*(\d{4})$/u.exec(text);
  if (!match) return null;
  const month = monthOf(match[2] ?? '');
  return month === null ? NOT_A_DAY : toDay(match[3], month, match[1]);
}

/** `01-03-2026` */
function parseNumeric(text: string, order: DayOrder): ParsedDay {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!match) return /^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(text) ? SHORT_YEAR : NOT_A_DAY;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (second > 12) return MONTH_FIRST;
  const isDoubtful = order === 'month-first' || (order === 'unknown' && match[2] === '/');
  if (isDoubtful && first <= 12 && first !== second) return AMBIGUOUS;
  return toDay(match[4], match[3], match[1]);
}

const NOT_A_DAY = { problem: 'is not a day; write it as 2026-03-01 or 01-03-2026' };
const SHORT_YEAR = { problem: 'has a year of two digits; write all four' };
const AMBIGUOUS = { problem: 'can be day/month or month/day; write it as 2026-03-01' };
const MONTH_FIRST = { problem: 'is not in the order day, month, year; write it as 2026-03-01' };

function monthOf(name: string): string | null {
  const bare = name.toLowerCase().replace('ä', 'ae');
  const at = MONTHS.findIndex((names) => names.includes(bare));
  return at < 0 ? null : String(at + 1);
}

/** Days before or after these are slips of the pen, such as the year 0226. */
const FIRST_YEAR = '1970';
const LAST_YEAR = '2199';

function toDay(year = '', month = '', day = ''): { day: CalendarDate } | Unparsed {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDate(text)) return { problem: 'is a day that does not exist' };
  if (year < FIRST_YEAR || year > LAST_YEAR) return { problem: 'is too far from today to be true' };
  return { day: text };
}
