import { type CalendarDate, daysBetween, daysInMonth, isCalendarDate } from '@inning/sdk';

export type ReadDay = { readonly on: CalendarDate; readonly isMoved: boolean };

/** Six digits, `260302`. Two digits of a year below 80 are of this century. Null when not a day. */
export function parseDay(text: string): ReadDay | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return dayOf(year < 80 ? 2000 + year : 1900 + year, month, day);
}

/**
 * Four digits, `0302`, in the year that brings it nearest to the value day: a booking of 29 December
 * may have a value day in January.
 */
export function parseEntryDay(text: string, valueOn: CalendarDate): CalendarDate | null {
  const year = Number(valueOn.slice(0, 4));
  const candidates = [year - 1, year, year + 1]
    .map((candidate) => `${candidate}-${text.slice(0, 2)}-${text.slice(2)}`)
    .filter(isCalendarDate);
  const distance = (day: CalendarDate) => Math.abs(daysBetween(valueOn, day));
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** German banks count interest in months of thirty days, and so have a 30th of February. */
function dayOf(year: number, month: number, day: number): ReadDay | null {
  const isMoved = month === 2 && day > daysInMonth(year, 2) && day <= 30;
  const real = isMoved ? daysInMonth(year, 2) : day;
  const on = [year, month, real].map((part) => String(part).padStart(2, '0')).join('-');
  return isCalendarDate(on) ? { on, isMoved } : null;
}
