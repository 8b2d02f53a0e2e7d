import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  calendarDateOf,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  earliestDay,
  isCalendarDate,
  latestDay,
  weekday,
} from './calendar-date.ts';

const numbers = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });
const someDay = numbers.map(dayFromNumber);
const someDays = fc.integer({ min: -20_000, max: 20_000 });

describe('a calendar date', () => {
  it.each([
    ['2026-03-01', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2026-02-29', false],
    ['2100-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['0000-01-01', false],
    ['2026-3-1', false],
    ['2026-03-01T00:00:00Z', false],
    [' 2026-03-01', false],
    [20_260_301, false],
    [null, false],
  ])('%s exists: %s', (value, exists) => {
    expect(isCalendarDate(value)).toBe(exists);
  });

  it('is refused when it does not exist', () => {
    expect(() => calendarDate('2026-02-30')).toThrow('2026-02-30');
    expect(() => calendarDateOf(2026, 2, 29)).toThrow();
    expect(calendarDateOf(2026, 2, 3)).toBe('2026-02-03');
  });

  it('knows the length of every month', () => {
    expect([1, 2, 3, 4, 13].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 31, 30, 0]);
    expect(daysInMonth(2028, 2)).toBe(29);
  });
});

describe('counting days', () => {
  it('goes over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30'); // The clock goes forward; the day does not care.
    expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31); // The clock goes back.
  });

  it('goes there and back again', () => {
    fc.assert(
      fc.property(someDay, someDays, (day, days) => {
        expect(isCalendarDate(addDays(day, days))).toBe(true);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(addDays(addDays(day, days), 1)).toBe(addDays(day, days + 1));
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
        expect(latestDay([a, b])).toBe(a > b ? a : b);
        expect(earliestDay([a, b])).toBe(a < b ? a : b);
      }),
    );
    expect(latestDay([])).toBeNull();
    expect(earliestDay([])).toBeNull();
  });

  it('knows the day of the week: 1 is Monday', () => {
    expect(weekday('2026-03-02')).toBe(1);
    expect(weekday('1969-12-28')).toBe(7);
    fc.assert(
      fc.property(someDay, (day) => {
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
      }),
    );
  });
});
