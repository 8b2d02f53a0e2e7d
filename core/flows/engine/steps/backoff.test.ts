import { expect, it } from 'vitest';
import { MAX_ATTEMPTS, retryAt } from './backoff.ts';

it('tries again soon at first and then daily, so that an outage of a weekend is survived', () => {
  let now = new Date('2026-03-06T16:00:00Z'); // A Friday afternoon.
  const gaps: number[] = [];
  for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) {
    const next = retryAt(now, attempts);
    gaps.push((next.getTime() - now.getTime()) / 60_000);
    now = next;
  }

  expect(gaps).toEqual([5, 30, 120, 360, 1_440, 1_440, 1_440]);
  expect(now.toISOString()).toBe('2026-03-10T00:35:00.000Z');
});
