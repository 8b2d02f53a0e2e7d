import { addDays, type CalendarDate, latestDay } from '@inning/sdk';

/** Banks book some lines on a day that has passed already; known ones are passed over. */
const AGAIN_DAYS = 5;
const MOST_DAYS = 31;

export type ReadSoFar = {
  readonly firstDay: CalendarDate;
  readonly readUntil: CalendarDate | null;
};

/** The days to read now: a month at a time, and the last days once more. */
export function nextWindow({ firstDay, readUntil }: ReadSoFar, today: CalendarDate) {
  const again = readUntil === null ? firstDay : addDays(readUntil, -AGAIN_DAYS);
  const from = latestDay([again, firstDay]) ?? firstDay;
  const last = addDays(from, MOST_DAYS - 1);
  // A clock that went back reads no day that is still to come.
  const start = from > today ? today : from;
  return { from: start, until: last < today ? last : today };
}
