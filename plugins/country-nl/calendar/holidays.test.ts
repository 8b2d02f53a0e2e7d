import { readFileSync } from 'node:fs';
import { addDays, weekday } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { holidayOn } from './holidays.ts';
import { netherlands } from '../netherlands.ts';

describeWithShared('holidays of the Netherlands', 'law/holidays-nl.json', () => {
  const law = JSON.parse(readFileSync(`${sharedDir()}law/holidays-nl.json`, 'utf8')) as {
    years: Record<string, { date: string; name: string }[]>;
  };
  // Days that the government points out for one year concern time limits, not contact with debtors.
  const days = Object.values(law.years)
    .flat()
    .filter(({ name }) => !name.includes('aangewezen'));

  it.each(days.map(({ date, name }) => [date, name]))('%s is %s', (date) => {
    expect(holidayOn(date)).not.toBeNull();
  });
});

describe('contact in the Netherlands', () => {
  const window = (day: string) =>
    netherlands.contactWindow({ day, channel: 'mail', debtorKind: 'consumer' });

  it('is open from 07:00 to 20:00 on Saturdays too', () => {
    expect(window('2026-03-07')).toEqual({ from: 420, to: 1200 });
  });

  it('is closed on Sundays and holidays', () => {
    expect(window('2026-03-08')).toBeNull();
    expect(window('2026-04-06')).toBeNull();
    expect(window('2026-04-27')).toBeNull();
    expect(window('2026-12-25')).toBeNull();
  });

  it('opens again within two weeks, whatever the year', () => {
    for (let day = '2020-01-01'; day < '2050-01-01'; day = addDays(day, 1)) {
      const next = Array.from({ length: 14 }, (_, ahead) => addDays(day, ahead));
      expect(next.some((one) => weekday(one) !== 7 && window(one) !== null)).toBe(true);
    }
  });
});
