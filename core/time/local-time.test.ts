import { addDays } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantAt, minuteAt, minutesOf } from './local-time.ts';

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'];

describe('local time', () => {
  it('is the civil day and minute of the zone', () => {
    const instant = new Date('2026-06-14T22:30:00Z');

    expect(dayAt(instant, 'Europe/Amsterdam')).toBe('2026-06-15');
    expect(minuteAt(instant, 'Europe/Amsterdam')).toBe(30);
    expect(dayAt(instant, 'America/New_York')).toBe('2026-06-14');
    expect(minuteAt(instant, 'Asia/Kolkata')).toBe(4 * 60);
  });

  it('finds the instant of a time, also on days of 23 and 25 hours', () => {
    const at = (day: string, time: string) =>
      instantAt(day, minutesOf(time), 'Europe/Amsterdam').toISOString();

    expect(at('2026-03-28', '09:00')).toBe('2026-03-28T08:00:00.000Z');
    expect(at('2026-03-29', '09:00')).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z'); // Does not exist: 03:30.
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z'); // Comes twice: the first.
    expect(at('2026-10-25', '09:00')).toBe('2026-10-25T08:00:00.000Z');
  });

  it('goes there and back again at any hour at which no clock is changed', () => {
    const minutes = fc.integer({ min: 4 * 60, max: 23 * 60 + 59 });
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));
    fc.assert(
      fc.property(days, minutes, fc.constantFrom(...ZONES), (day, minute, zone) => {
        const instant = instantAt(day, minute, zone);
        expect(dayAt(instant, zone)).toBe(day);
        expect(minuteAt(instant, zone)).toBe(minute);
      }),
    );
  });
});
