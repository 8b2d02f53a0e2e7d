import { calendarDateOf, type CalendarDate, daysInMonth } from '@inning/sdk';

/** The same day so many months earlier; the last day of that month where there is no such day. */
export function monthsBefore(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  const [earlierYear, earlierMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return calendarDateOf(
    earlierYear,
    earlierMonth,
    Math.min(date, daysInMonth(earlierYear, earlierMonth)),
  );
}
