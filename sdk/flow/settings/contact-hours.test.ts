import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWeeks, minutesOf, timeOf, withinContactHours } from './contact-hours.ts';
import { sayContactHours } from './say-contact-hours.ts';

const week = (days: readonly number[], from: string, to: string) =>
  days.map((weekday) => ({ weekday, from, to }));
const hours = {
  usual: [...week([1, 2, 3, 4, 5], '09:00', '17:00'), ...week([6], '10:00', '12:00')],
  phone: week([2, 4], '10:00', '16:30'),
};
const MONDAY = '2026-03-02';
const LAW = { from: 7 * 60, to: 20 * 60 };

describe('hours of contact', () => {
  it('are what the law leaves open and the flow wants, by channel', () => {
    const mail = (day: string) => withinContactHours(LAW, hours, { day, channel: 'mail' });

    expect(mail(MONDAY)).toEqual({ from: 540, to: 1020 });
    expect(mail('2026-03-08')).toBeNull(); // A Sunday.
    expect(withinContactHours(LAW, hours, { day: MONDAY, channel: 'phone' })).toBeNull();
    expect(withinContactHours(LAW, null, { day: MONDAY, channel: 'phone' })).toBe(LAW);
    const holiday = withinContactHours(null, hours, { day: MONDAY, channel: 'mail' });
    expect(holiday).toBeNull();
  });

  it('never open what the law closes', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.tuple(time, time), fc.tuple(time, time), ([from, to], [lawFrom, lawTo]) => {
        const own = { usual: week([1], timeOf(from), timeOf(to)) };
        const law = { from: lawFrom, to: lawTo };
        const open = withinContactHours(law, own, { day: MONDAY, channel: 'sms' });
        if (!open) return;
        expect(open.from).toBeGreaterThanOrEqual(Math.max(from, lawFrom));
        expect(open.to).toBeLessThanOrEqual(Math.min(to, lawTo));
        expect(open.from).toBeLessThan(open.to);
      }),
    );
  });

  it('read times as they write them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(minutesOf(timeOf(minute))).toBe(minute);
      }),
    );
    expect(timeOf(24 * 60)).toBe('23:59');
  });

  it('are told in a sentence', () => {
    expect(sayContactHours(hours, 'nl')).toBe(
      'ma–vr 09:00–17:00, za 10:00–12:00; telefoon: di 10:00–16:30, do 10:00–16:30',
    );
    expect(sayContactHours({ usual: [] }, 'en')).toBe('never');
  });

  it('know which of them never come', () => {
    expect(emptyWeeks(hours)).toEqual([]);
    expect(emptyWeeks({ usual: [], sms: week([1], '17:00', '09:00') })).toEqual(['usual', 'sms']);
  });
});
