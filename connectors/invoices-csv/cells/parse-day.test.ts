import { describe, expect, it } from 'vitest';
import { readAll } from '../csv.fixtures.ts';
import { type DayOrder, parseDay } from './parse-day.ts';

const dayOf = (text: string, order: DayOrder = 'unknown') => {
  const parsed = parseDay(text, order);
  return 'day' in parsed ? parsed.day : parsed.problem;
};

describe('parseDay', () => {
  it.each([
    '2026-03-01',
    '20260301',
    '2026/03/01',
    '01-03-2026',
    '1-3-2026',
    '1.3.2026',
    '1 maart 2026',
    '01 mrt. 2026',
    '1-mrt-2026',
    '1 March 2026',
    '1. März 2026',
    '2026-03-01 00:00:00',
    '2026-03-01T00:00:00.000',
    '01-03-2026 0:00',
  ])('reads %s', (text) => expect(dayOf(text)).toBe('2026-03-01'));

  it('reads day/month/year when it can be nothing else, or others show it', () => {
    expect(dayOf('31/3/2026')).toBe('2026-03-31');
    expect(dayOf('3/3/2026')).toBe('2026-03-03');
    expect(dayOf('3/4/2026', 'day-first')).toBe('2026-04-03');
  });

  it('refuses what can be month/day/year rather than guess', () => {
    expect(dayOf('3/4/2026')).toContain('can be day/month or month/day');
    expect(dayOf('3-4-2026', 'month-first')).toContain('can be day/month or month/day');
    expect(dayOf('3/14/2026')).toContain('order day, month, year');
  });

  it.each([
    ['30-02-2026', 'does not exist'],
    ['2026-13-01', 'does not exist'],
    ['01-03-26', 'two digits'],
    ['01-03-0226', 'too far'],
    ['2026-03-01 23:00', 'not a day'],
    ['45352', 'not a day'],
    ['1 fooiember 2026', 'not a day'],
    ['=TODAY()', 'formula'],
    ['', 'not a day'],
  ])('refuses %j', (text, words) => expect(dayOf(text)).toContain(words));
});

describe('the days of a whole file', () => {
  const english = (...days: string[]) =>
    readAll(`invoice no,date,amount,name\n${days.map((day) => `1,${day},5.00,Jan`).join('\n')}\n`);

  it('are day first when one of them shows it', async () => {
    expect(await english('3/4/2026', '31/3/2026')).toMatchObject([
      { invoice: { invoicedOn: '2026-04-03' } },
      { invoice: { invoicedOn: '2026-03-31' } },
    ]);
  });

  it('are refused when one of them shows month first', async () => {
    expect(await english('3/4/2026', '3/31/2026')).toMatchObject([
      { refused: { code: 'DATE_INVALID' }, place: { line: 2, field: 'date' } },
      { refused: { code: 'DATE_INVALID' }, place: { line: 3, field: 'date' } },
    ]);
  });

  it('are day first under Dutch headers', async () => {
    const items = await readAll('factuurnummer;datum;bedrag;naam\n1;3/4/2026;5,00;Jan\n');

    expect(items).toMatchObject([{ invoice: { invoicedOn: '2026-04-03' } }]);
  });
});
