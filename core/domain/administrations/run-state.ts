import { dayAt } from '../../time/index.ts';
import type { Administration } from './administration.model.ts';
import { isPausedOn } from './is-paused-on.ts';

export type RunState = 'on-time' | 'late' | 'paused';
export type LastRun = {
  readonly runState: RunState;
  /** Whole minutes since the engine last got through this administration; null when it never did. */
  readonly sinceRunMinutes: number | null;
};

const MINUTE_MS = 60_000;
/** The engine looks every few seconds; a large morning may keep it busy, but not for longer than this. */
const LATE_AFTER_MS = 60 * MINUTE_MS;

/** Whether the flows of an administration ran lately, on purpose not, or should have (FLOW-12). */
export function lastRunOf(
  administration: Pick<
    Administration,
    'lastRunAt' | 'createdAt' | 'pausedSince' | 'pausedUntil' | 'timeZone'
  >,
  now: Date,
): LastRun {
  const { lastRunAt, createdAt, timeZone } = administration;
  const age = (since: Date) => Math.max(0, now.getTime() - since.getTime());
  const sinceRunMinutes = lastRunAt ? Math.floor(age(lastRunAt) / MINUTE_MS) : null;
  if (isPausedOn(administration, dayAt(now, timeZone))) {
    return { runState: 'paused', sinceRunMinutes };
  }
  const isLate = age(lastRunAt ?? createdAt) > LATE_AFTER_MS;
  return { runState: isLate ? 'late' : 'on-time', sinceRunMinutes };
}
