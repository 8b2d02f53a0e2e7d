import { type CalendarDate, daysBetween } from '@inning/sdk';
import { dayAt } from '../../time/index.ts';
import {
  AlreadyPausedError,
  NotPausedError,
  PauseInThePastError,
} from './administrations.errors.ts';
import { isPausedOn, type Pausable } from './is-paused-on.ts';

/** Throws `AlreadyPausedError` or `PauseInThePastError`. */
export function assertMayPause(
  subject: Pausable,
  pause: { readonly until: CalendarDate | null },
  today: CalendarDate,
): void {
  if (isPausedOn(subject, today)) throw new AlreadyPausedError();
  if (pause.until !== null && pause.until < today)
    throw new PauseInThePastError(pause.until, today);
}

/** Returns how many days the pause lasted. Throws `NotPausedError` when it is over already. */
export function assertMayResume(
  subject: Pausable,
  at: { readonly now: Date; readonly timeZone: string },
): number {
  const today = dayAt(at.now, at.timeZone);
  if (!isPausedOn(subject, today) || !subject.pausedSince) throw new NotPausedError();
  return daysBetween(dayAt(subject.pausedSince, at.timeZone), today);
}

export const pauseFields = (
  pause: { readonly until: CalendarDate | null; readonly reason: string },
  at: Date,
) => ({ pausedSince: at, pausedUntil: pause.until, pauseReason: pause.reason });

export const RESUMED_FIELDS = { pausedSince: null, pausedUntil: null, pauseReason: null };
