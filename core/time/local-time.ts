import type { CalendarDate } from '@inning/sdk';
import { Temporal } from 'temporal-polyfill';

const KEPT = 5_000;
const instants = new Map<string, number>();

/** The civil day at that instant in the zone. */
export function dayAt(instant: Date, timeZone: string): CalendarDate {
  return localAt(instant, timeZone).day;
}

/** Minutes after local midnight at that instant. */
export function minuteAt(instant: Date, timeZone: string): number {
  return localAt(instant, timeZone).minute;
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

type LocalTime = { readonly day: CalendarDate; readonly minute: number };
const localTimes = new Map<string, LocalTime>();

function localAt(instant: Date, timeZone: string): LocalTime {
  const key = `${instant.getTime()} ${timeZone}`;
  const known = localTimes.get(key);
  if (known) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const local = { day: zoned.toPlainDate().toString(), minute: zoned.hour * 60 + zoned.minute };
  if (localTimes.size >= KEPT) localTimes.clear();
  localTimes.set(key, local);
  return local;
}
