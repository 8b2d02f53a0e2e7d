import type { CalendarDate } from '../calendar-date.ts';
import type { Clock } from '../clock.ts';

export type MovableClock = Clock & {
  /** To the morning of that day (9 o'clock UTC), or to a moment. */
  moveTo(when: CalendarDate | Date): void;
  moveDays(days: number): void;
};

const DAY_MS = 86_400_000;

/** A clock that stands still until a test moves it. */
export function createMovableClock(start: CalendarDate | Date = '2026-03-15'): MovableClock {
  let now = momentOf(start);
  return {
    now: () => new Date(now),
    moveTo: (when) => void (now = momentOf(when)),
    moveDays: (days) => void (now = new Date(now.getTime() + days * DAY_MS)),
  };
}

const momentOf = (when: CalendarDate | Date): Date =>
  typeof when === 'string' ? new Date(`${when}T09:00:00Z`) : when;
