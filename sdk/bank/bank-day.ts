import type { CalendarDate } from '../calendar-date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The civil day of a moment where the bank keeps its books, such as `Europe/Amsterdam`. */
export function bankDay(at: Date, timeZone: string): CalendarDate {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at);
}
