import type { CalendarDate } from '@inning/sdk';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The civil day at an instant in a time zone, such as `Europe/Amsterdam`. */
export function localDay(instant: Date, timeZone: string): CalendarDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(instant);
}
