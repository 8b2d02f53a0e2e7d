import { calendarDateOf, type CalendarDate, daysInMonth } from '@inning/sdk';

/** The same day `years` later; 28 February where there is no 29th. */
export function anniversaryOf(day: CalendarDate, years: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const later = year + years;
  return calendarDateOf(later, month, Math.min(date, daysInMonth(later, month)));
}

/** Every anniversary of `from` before `to`, in order. */
export function anniversariesBetween(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const found: CalendarDate[] = [];
  for (let years = 1; ; years += 1) {
    const day = anniversaryOf(from, years);
    if (day >= to) return found;
    found.push(day);
  }
}

/** True when a 29 February lies in the days from `from` up to, and not including, `to`. */
export function hasLeapDay(from: CalendarDate, to: CalendarDate): boolean {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  for (let year = first; year <= last; year += 1) {
    if (daysInMonth(year, 2) < 29) continue;
    const leapDay = calendarDateOf(year, 2, 29);
    if (leapDay >= from && leapDay < to) return true;
  }
  return false;
}
