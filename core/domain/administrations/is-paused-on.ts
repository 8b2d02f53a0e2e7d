import type { CalendarDate } from '@inning/sdk';

export type Pausable = {
  readonly pausedSince?: Date | null | undefined;
  readonly pausedUntil?: string | null | undefined;
};

/** True on every day up to and including the last day of the pause; without a last day, until resumed. */
export function isPausedOn(subject: Pausable, day: CalendarDate): boolean {
  if (!subject.pausedSince) return false;
  return !subject.pausedUntil || day <= subject.pausedUntil;
}
