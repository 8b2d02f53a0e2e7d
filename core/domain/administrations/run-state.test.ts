import { describe, expect, it } from 'vitest';
import { lastRunOf } from './run-state.ts';

const now = new Date('2026-03-02T10:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const books = {
  timeZone: 'Europe/Amsterdam',
  createdAt: minutesAgo(90_000),
  lastRunAt: minutesAgo(2),
  pausedSince: null,
  pausedUntil: null,
};

describe('the last run of an administration', () => {
  it('is on time when it is minutes ago, and late after an hour', () => {
    expect(lastRunOf(books, now)).toEqual({ runState: 'on-time', sinceRunMinutes: 2 });
    expect(lastRunOf({ ...books, lastRunAt: minutesAgo(60) }, now).runState).toBe('on-time');
    expect(lastRunOf({ ...books, lastRunAt: minutesAgo(61) }, now)).toEqual({
      runState: 'late',
      sinceRunMinutes: 61,
    });
  });

  it('is not late on purpose: through the last day of a pause, and no longer', () => {
    const paused = { ...books, lastRunAt: minutesAgo(5_000), pausedSince: minutesAgo(5_000) };
    expect(lastRunOf({ ...paused, pausedUntil: '2026-03-02' }, now).runState).toBe('paused');
    expect(lastRunOf({ ...paused, pausedUntil: '2026-03-01' }, now).runState).toBe('late');
  });

  it('was never, and that is late only for one that was there an hour ago', () => {
    const never = { ...books, lastRunAt: null };
    expect(lastRunOf(never, now)).toEqual({ runState: 'late', sinceRunMinutes: null });
    expect(lastRunOf({ ...never, createdAt: minutesAgo(3) }, now).runState).toBe('on-time');
  });
});
