/** After this many failures of one listener at one event we stop trying. */
export const MAX_ATTEMPTS = 10;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 10 * 60_000;

/** When attempt `attempts` failed: the moment of the next one, or null when that was the last. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null;
  const delayMs = Math.min(FIRST_DELAY_MS * 3 ** (attempts - 1), LONGEST_DELAY_MS);
  return new Date(now.getTime() + delayMs);
}
