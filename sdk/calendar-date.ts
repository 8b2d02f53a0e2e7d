import { invariant } from './invariant.ts';

declare const calendarDateBrand: unique symbol;
/** A civil day, `2026-03-01`, in the time zone of the administration. Sorts as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]?: true };

const MS_PER_DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists: `2026-02-29` does not. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const match = PATTERN.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

export function calendarDate(value: string): CalendarDate {
  invariant(isCalendarDate(value), `not a calendar date: ${value}`);
  return value;
}

export function calendarDateOf(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return calendarDate(text);
}

export function daysInMonth(year: number, month: number): number {
  return [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01. */
export function dayNumber(day: CalendarDate): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
    if (numbers.size >= KEPT_NUMBERS) numbers.clear();
    numbers.set(day, number);
  }
  return number;
}

// The same few days are asked for again and again; parsing costs more than remembering.
const KEPT_NUMBERS = 5_000;
const numbers = new Map<CalendarDate, number>();
const daysOf = new Map<number, CalendarDate>();

export function dayFromNumber(days: number): CalendarDate {
  let day = daysOf.get(days);
  if (day === undefined) {
    // The only place where a number becomes a day; this is arithmetic, not a clock.
    day = new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
    if (daysOf.size >= KEPT_NUMBERS) daysOf.clear();
    daysOf.set(days, day);
  }
  return day;
}

export function addDays(day: CalendarDate, days: number): CalendarDate {
  return days === 0 ? day : dayFromNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: CalendarDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function latestDay(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>(
    (max, day) => (max === null || day > max ? day : max),
    null,
  );
}

export function earliestDay(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>(
    (min, day) => (min === null || day < min ? day : min),
    null,
  );
}
