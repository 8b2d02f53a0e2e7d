const MINUTE_MS = 60_000;
/** Minutes until the next try: soon at first, then a day, so that an outage of a weekend is survived. */
const DELAYS_MINUTES = [5, 30, 120, 360, 1_440, 1_440, 1_440];

/** When a step whose plugin was stopped looks again; whoever lets the plugin go on wakes it at once. */
export const STOPPED_MS = 30 * MINUTE_MS;

export const MAX_ATTEMPTS = DELAYS_MINUTES.length + 1;

/** When a step that failed for the n-th time is tried again. */
export function retryAt(now: Date, attempts: number): Date {
  const minutes = DELAYS_MINUTES[Math.min(attempts, DELAYS_MINUTES.length) - 1] ?? 1_440;
  return new Date(now.getTime() + minutes * MINUTE_MS);
}
