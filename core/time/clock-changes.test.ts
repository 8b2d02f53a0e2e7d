import { addDays, weekday } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { dayAt, instantAt, minuteAt } from './local-time.ts';

const ZONE = 'Europe/Amsterdam';

describe('thirty years of local time', () => {
  it('reads back the day and the minute it was given, save the hour that a clock skips', () => {
    for (let day = '2015-01-01'; day < '2045-01-01'; day = addDays(day, 1)) {
      for (const minutes of [0, 150, 420, 540, 1199]) {
        const instant = instantAt(day, minutes, ZONE);
        expect(dayAt(instant, ZONE)).toBe(day);
        const isSkipped = minutes === 150 && isLastSunday(day, '03');
        expect(minuteAt(instant, ZONE)).toBe(isSkipped ? minutes + 60 : minutes);
      }
    }
  });

  it('has days of 23, 24 and 25 hours, as often as the clock changes', () => {
    const lengths = new Map<number, number>();
    for (let day = '2015-01-01'; day < '2045-01-01'; day = addDays(day, 1)) {
      const [from, to] = [instantAt(day, 0, ZONE), instantAt(addDays(day, 1), 0, ZONE)];
      const hours = (to.getTime() - from.getTime()) / 3_600_000;
      lengths.set(hours, (lengths.get(hours) ?? 0) + 1);
    }
    expect([lengths.get(23), lengths.get(25)]).toEqual([30, 30]);
    expect([...lengths.keys()].sort()).toEqual([23, 24, 25]);
  });
});

const isLastSunday = (day: string, month: string) =>
  day.slice(5, 7) === month && weekday(day) === 7 && addDays(day, 7).slice(5, 7) !== month;
