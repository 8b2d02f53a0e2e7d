import { describe, expect, it } from 'vitest';
import { hoursWith, officeHours, weekWith } from './contact-week.ts';

const day = (weekday: number, from = '09:00', to = '17:00') => ({ weekday, from, to });

describe('a week of contact', () => {
  it('begins as office hours within what the law lets', () => {
    expect(officeHours(null).usual).toHaveLength(5);
    const lawful = { usual: [day(1, '10:00', '20:00'), day(2, '07:00', '16:00'), day(6)] };

    expect(officeHours(lawful).usual).toEqual([day(1, '10:00', '17:00'), day(2, '09:00', '16:00')]);
  });

  it('changes by the day, in the order of the week', () => {
    const week = [day(1), day(3)];

    expect(weekWith(week, day(2)).map(({ weekday }) => weekday)).toEqual([1, 2, 3]);
    expect(weekWith(week, day(3, '10:00'))).toEqual([day(1), day(3, '10:00')]);
  });

  it('has exceptions by channel that can be taken away again', () => {
    const usual = [day(1)];
    const differs = hoursWith({ usual }, 'phone', [day(2)]);

    expect(differs).toEqual({ usual, phone: [day(2)] });
    expect(hoursWith(differs, 'phone', null)).toEqual({ usual });
  });
});
