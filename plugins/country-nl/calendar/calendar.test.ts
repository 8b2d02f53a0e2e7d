import { readFileSync } from 'node:fs';
import { addDays, type CalendarDate, weekday } from '@inning/sdk';
import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { holidayOn } from './holidays.ts';
import { monthsBefore } from './months-before.ts';
import { DESIGNATED_DAYS_KNOWN, extendTerm, isTermHoliday } from './term-days.ts';
import { isBankDay, isWorkingDay, nextBankDay } from './working-days.ts';

const [FIRST_YEAR, LAST_YEAR] = [2010, 2040];
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR }, (_, index) => FIRST_YEAR + index);

function* daysOf(from: number, until: number): Generator<CalendarDate> {
  for (let day = `${from}-01-01`; day < `${until}-01-01`; day = addDays(day, 1)) yield day;
}

describe('holidays, beside those of another source', () => {
  const other = new DateHolidays('NL');

  it.each(years)('are the public ones of %i, with Good Friday and 5 May', (year) => {
    const theirs = other
      .getHolidays(year)
      .map(({ date, type }) => ({ on: date.slice(0, 10), type }));
    const ours = [...daysOf(year, year + 1)].filter((day) => holidayOn(day) !== null);
    const onlyOurs = ours.filter(
      (day) => !theirs.some(({ on, type }) => on === day && type === 'public'),
    );

    expect(theirs.filter(({ on, type }) => type === 'public' && !ours.includes(on))).toEqual([]);
    // The other source counts days off work. The law on terms makes Good Friday equal to a holiday
    // and names 5 May for every year; the other source keeps both for schools, and 5 May as public
    // once in five years.
    for (const day of onlyOurs) {
      expect(['Goede Vrijdag', 'Bevrijdingsdag']).toContain(holidayOn(day));
      expect(theirs).toContainEqual({ on: day, type: 'school' });
    }
  });
});

describeWithShared('holidays for terms', 'law/holidays-nl.json', () => {
  const law = JSON.parse(readFileSync(`${sharedDir()}law/holidays-nl.json`, 'utf8')) as {
    years: Record<string, { date: string }[]>;
  };

  it.each(Object.entries(law.years))('of %s are those and Sundays, and no other', (year, days) => {
    const listed = days.map(({ date }) => date);
    const ours = [...daysOf(Number(year), Number(year) + 1)].filter(isTermHoliday);

    expect(ours.filter((day) => weekday(day) !== 7 || listed.includes(day))).toEqual(listed);
  });

  it('say for which years the days of the government are known', () => {
    const known = Object.keys(law.years);
    expect(DESIGNATED_DAYS_KNOWN.from.slice(0, 4)).toBe(known[0]);
    expect(DESIGNATED_DAYS_KNOWN.until.slice(0, 4)).toBe(known.at(-1));
  });
});

describe('a term', () => {
  it('ends at most five days later, on a day that is neither weekend nor holiday', () => {
    for (const day of daysOf(FIRST_YEAR, LAST_YEAR)) {
      const end = extendTerm(day);
      expect(weekday(end)).toBeLessThan(6);
      expect(isTermHoliday(end)).toBe(false);
      expect(end >= day && end <= addDays(day, 5)).toBe(true);
      expect(extendTerm(end)).toBe(end);
    }
  });

  it('that ends on Good Friday goes on until the Tuesday after Easter', () => {
    expect(extendTerm('2027-03-26')).toBe('2027-03-30');
  });

  it('of six months back ends on the last day of a short month', () => {
    expect(monthsBefore('2026-08-31', 6)).toBe('2026-02-28');
    expect(monthsBefore('2026-03-02', 6)).toBe('2025-09-02');
    expect(monthsBefore('2026-12-31', 12)).toBe('2025-12-31');
  });
});

describe('days of work and of banks', () => {
  it('differ on holidays that are Dutch alone', () => {
    expect([isWorkingDay('2026-04-27'), isBankDay('2026-04-27')]).toEqual([false, true]);
    expect([isWorkingDay('2026-05-01'), isBankDay('2026-05-01')]).toEqual([true, false]);
    expect([isWorkingDay('2026-04-03'), isBankDay('2026-04-03')]).toEqual([false, false]);
    expect([isWorkingDay('2026-11-21'), isBankDay('2026-11-21')]).toEqual([false, false]);
    expect(nextBankDay('2027-03-26')).toBe('2027-03-30');
  });

  it('are six closing days a year for banks, besides weekends that swallow some', () => {
    for (const year of years) {
      const closed = [...daysOf(year, year + 1)].filter(
        (day) => weekday(day) < 6 && !isBankDay(day),
      );
      expect(closed.length).toBeGreaterThanOrEqual(2);
      expect(closed.length).toBeLessThanOrEqual(6);
    }
  });
});
