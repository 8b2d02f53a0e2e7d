const FIVE_MINUTES_MS = 300_000;
/** After two months a provider has decided, also about a bank transfer, and banks take nothing back. */
const FOLLOWED_MS = 60 * 86_400_000;

/** Often at first, then each time when it is a quarter older: some 45 looks. Null when it is too old. */
export function nextLook(startedAt: Date, now: Date): Date | null {
  const age = now.getTime() - startedAt.getTime();
  return age > FOLLOWED_MS
    ? null
    : new Date(now.getTime() + Math.max(FIVE_MINUTES_MS, Math.round(age / 4)));
}
