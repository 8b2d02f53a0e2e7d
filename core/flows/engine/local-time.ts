import type { CalendarDate } from '@inning/sdk';
import { Temporal } from 'temporal-polyfill';

const KEPT = 5_000;
const instants = new Map<string, number>();

/** The civil day at that instant in the zone. */
export function dayAt(instant: Date, timeZone: string): CalendarDate {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** Minutes after local midnight at that instant. */
export function minuteAt(instant: Date, timeZone: string): number {
  const time = zoned(instant, timeZone);
  return time.hour * 60 + time.minute;
}

/**
 * The instant of a local time on a day, safe around clock changes: a time that does not exist moves
 * forward, one that exists twice is the first. A cache, since thousands of instances wake alike.
 */
export function instantAt(day: CalendarDate, minutes: number, timeZone: string): Date {
  const key = `${day} ${minutes} ${timeZone}`;
  let epochMs = instants.get(key);
  if (epochMs === undefined) {
    if (instants.size >= KEPT) instants.clear();
    const midnight = Temporal.PlainDate.from(day);
    const time = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
    epochMs = midnight.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    instants.set(key, epochMs);
  }
  return new Date(epochMs);
}

/** `09:30` as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
