import { addDays, type CalendarDate, daysBetween, weekday } from '@inning/sdk';
import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { contactWindow, hasRuleFor } from '../contact/contact-window.ts';
import { holidayOn } from './holidays.ts';
import { extendTerm } from './term-days.ts';
import { isBankDay, isWorkingDay, nextBankDay } from './working-days.ts';

const [FIRST, LAST] = [2015, 2045] as const;
const allDays: CalendarDate[] = [];
for (let day = `${FIRST}-01-01`; day < `${LAST}-01-01`; day = addDays(day, 1)) allDays.push(day);

describe('the calendar of thirty years', () => {
  it('has the public holidays of another source, day by day', () => {
    const other = new DateHolidays('NL');
    for (let year = FIRST; year < LAST; year += 1) {
      const theirs = other
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10));
      expect(theirs.filter((day) => holidayOn(day) === null)).toEqual([]);
    }
  });

  it('never keeps Koningsdag on a Sunday', () => {
    const days = allDays.filter((day) => holidayOn(day) === 'Koningsdag');
    expect(days).toHaveLength(LAST - FIRST);
    expect(days.filter((day) => weekday(day) === 7)).toEqual([]);
    expect(days.every((day) => /-04-2[67]$/.test(day))).toBe(true);
  });

  it('ends a later term never earlier, and on a day of work', () => {
    let before = '';
    for (const day of allDays) {
      const end = extendTerm(day);
      expect(end >= before).toBe(true);
      expect(isWorkingDay(end)).toBe(true);
      before = end;
    }
  });

  it('settles at banks at most four days away, and closes on the days of TARGET only', () => {
    const holidays = new Set<string>();
    for (const day of allDays) {
      expect(daysBetween(day, nextBankDay(day))).toBeLessThanOrEqual(4);
      if (weekday(day) < 6 && !isBankDay(day)) holidays.add(day.slice(5));
    }
    const fixed = [...holidays].filter((day) => !/^0[34]-/.test(day));
    expect(fixed.sort()).toEqual(['01-01', '05-01', '12-25', '12-26']);
  });

  it('is open to contact at one and the same hours on every day that is no Sunday or holiday', () => {
    const channels = ['mail', 'post', 'phone', 'sms'] as const;
    for (const debtorKind of ['consumer', 'sole-trader', 'business'] as const) {
      for (const channel of channels) {
        expect(hasRuleFor(debtorKind, channel)).toBe(true);
        for (const day of allDays.filter((_, index) => index % 3 === 0)) {
          const isClosed = weekday(day) === 7 || holidayOn(day) !== null;
          const window = contactWindow({ day, channel, debtorKind });
          expect(window).toEqual(isClosed ? null : { from: 420, to: 1200 });
        }
      }
    }
  });
});
