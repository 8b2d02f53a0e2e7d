const SHORTEST_MS = 5 * 60_000;
const LONGEST_MS = 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** When to try again after so many failures, or when the bank says so. */
export function backOffMs(failureCount: number, retryAfterSeconds: number | null): number {
  const asked = (retryAfterSeconds ?? 0) * 1_000;
  const doubled = SHORTEST_MS * 2 ** Math.min(failureCount - 1, 12);
  return Math.min(LONGEST_MS, Math.max(asked, doubled));
}

/** Between two readings that went well. */
export const restMs = (readsPerDay: number): number => Math.floor(DAY_MS / readsPerDay);
