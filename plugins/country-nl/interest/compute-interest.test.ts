import { readFileSync } from 'node:fs';
import { cents, type InterestQuestion, sayMessage } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { computeInterest, type InterestPractice } from './compute-interest.ts';

const ask = (rest: Partial<InterestQuestion>): InterestQuestion => ({
  kind: 'consumer',
  principalCents: cents(100_000),
  from: '2025-01-01',
  to: '2026-01-01',
  payments: [],
  agreed: null,
  ...rest,
});
const inCents = (euros: string) => cents(Math.round(Number(euros) * 100));
const flat = (percent: string, isCompound: boolean) => ({ percent, isCompound, isOnTop: false });
const EACH: InterestPractice = { rounding: 'each-period' };

describeWithShared('published interest', 'law/interest-vectors.json', () => {
  type Vector = {
    id: string;
    principal: string;
    start: string;
    end_exclusive: string;
    rate: string;
    compound: boolean;
    expected: string;
    segments?: { from: string; to: string; days: number; pct: string; interest: string }[];
  };
  const { vectors } = JSON.parse(
    readFileSync(`${sharedDir()}law/interest-vectors.json`, 'utf8'),
  ) as { vectors: Vector[] };
  const complete = vectors.filter(({ start }) => start);

  it.each(complete.map((one) => [one.id, one] as const))('%s', (_id, vector) => {
    const percent = /^(\d+)%/.exec(vector.rate)?.[1];
    const question = ask({
      kind: vector.rate === 'commercial table' ? 'commercial' : 'consumer',
      principalCents: inCents(vector.principal),
      from: vector.start,
      to: vector.end_exclusive,
      agreed:
        percent || !vector.compound
          ? { percent: percent ?? '0', isCompound: vector.compound, isOnTop: !percent }
          : null,
    });
    const each = computeInterest(question, EACH);
    const once = computeInterest(question);

    expect(each.interestCents).toBe(inCents(vector.expected));
    expect(Math.abs(once.interestCents - inCents(vector.expected))).toBeLessThanOrEqual(1);
    for (const [index, segment] of (vector.segments ?? []).entries()) {
      expect(each.periods[index]).toMatchObject({
        from: segment.from,
        to: segment.to,
        days: segment.days,
        percent: String(Number(segment.pct)),
        amountCents: inCents(segment.interest),
      });
    }
    expect(complete.length).toBeGreaterThan(20);
  });

  // The remaining vectors say in words what they compute; principal, days, percent, expected.
  it.each([
    ['rt-1', '3000', '2014-05-29', '2014-12-12', '48.58'],
    ['rt-2', '1648.58', '2014-12-12', '2015-01-01', '2.71'],
    ['rt-3', '1648.58', '2015-01-01', '2015-05-29', '13.37'],
    ['rt-4', '1664.66', '2015-05-29', '2015-09-28', '11.13'],
  ])('%s, at the consumer rate', (...row) => {
    const [id, principal, from, to, expected] = row;
    expect(vectors.find((one) => one.id === id)?.expected).toBe(expected);
    const answer = computeInterest(ask({ principalCents: inCents(principal), from, to }));
    expect(answer.interestCents).toBe(inCents(expected));
  });

  it.each([
    ['rt-6', '2023-11-11', '2024-01-01', '63.66'],
    ['rt-7', '2024-01-01', '2024-07-01', '236.66'],
  ])('%s, at the commercial rate', (...row) => {
    const [id, from, to, expected] = row;
    expect(vectors.find((one) => one.id === id)?.expected).toBe(expected);
    const principalCents = inCents('3796.99');
    const answer = computeInterest(ask({ kind: 'commercial', principalCents, from, to }));
    expect(answer.interestCents).toBe(inCents(expected));
  });

  const onTop = { percent: '2', isOnTop: true, isCompound: true };

  it('rt-5, the consumer rate and two points', () => {
    const answer = computeInterest(ask({ from: '2015-05-06', to: '2015-09-28', agreed: onTop }));
    expect(answer.interestCents).toBe(1_589);
  });

  it('rt-8, ten years of commercial interest: within a cent of each way of rounding', () => {
    const question = ask({
      kind: 'commercial',
      principalCents: cents(200_000),
      from: '2015-11-11',
      to: '2026-01-16',
    });
    expect(computeInterest(question).interestCents).toBe(282_042);
    expect(computeInterest(question, EACH).interestCents).toBe(282_044);
  });

  it('rt-9, a payment on principal halfway', () => {
    const payments = [{ on: '2015-09-28', amountCents: cents(1_589 + 80_832) }];
    const question = ask({ from: '2015-05-06', to: '2026-01-16', agreed: onTop, payments });
    const answer = computeInterest(question, EACH);

    expect(answer).toMatchObject({ openPrincipalCents: 19_168, excessCents: 0 });
    expect(Math.abs(answer.interestCents - 14_638)).toBeLessThanOrEqual(3);
  });

  it('leap-1 and leap-2, a leap year over 366 and over 365 days', () => {
    const question = ask({
      principalCents: cents(1_000_000),
      from: '2024-01-01',
      to: '2025-01-01',
      agreed: flat('6', false),
    });
    expect(computeInterest(question, { dayCount: 'actual-366-in-leap' }).interestCents).toBe(
      60_000,
    );
    expect(computeInterest(question).interestCents).toBe(60_164);
  });
});

describe('interest', () => {
  it('says per period what was multiplied, in the language of the reader', () => {
    const { periods } = computeInterest(
      ask({ principalCents: cents(500_000), from: '2025-07-05', to: '2026-01-02' }),
    );
    const spoken = periods.map(({ sentence }) =>
      sayMessage({ line: sentence }, { code: 'line' }, 'en').replaceAll('\u00a0', ' '),
    );

    expect(spoken).toEqual([
      '€5,000.00 × 6 % × 180 days / 365 = €147.95 (Sat 5 Jul 2025 up to and including Wed 31 Dec 2025)',
      '€5,000.00 × 4 % × 1 day / 365 = €0.54 (Thu 1 Jan 2026)',
    ]);
    expect(periods[0]?.sentence.nl?.replaceAll('\u00a0', ' ')).toContain('€ 5.000,00 × 6 % × 180');
  });

  it('warns for days after those for which the table was checked, and for no other', () => {
    const codes = (rest: Partial<InterestQuestion>) =>
      computeInterest(ask(rest)).remarks.map(({ code }) => code);

    expect(codes({ to: '2027-01-01' })).toEqual([]);
    expect(codes({ to: '2027-01-02' })).toEqual(['INTEREST_TABLE_OLD']);
    expect(codes({ to: '2027-06-01', agreed: flat('8', false) })).toEqual([]);
    expect(codes({ to: '2024-12-31' })).toEqual(['INTEREST_NO_DAYS']);
  });

  it('refuses a day before the table, and amounts and percentages that make no sense', () => {
    const failing = (rest: Partial<InterestQuestion>) => () => computeInterest(ask(rest));

    expect(failing({ from: '2001-12-31' })).toThrow('the table starts on 2002-01-01');
    expect(failing({ principalCents: cents(-1) })).toThrow('-1 cents');
    expect(failing({ agreed: flat('8,5', true) })).toThrow('"8,5" is no percentage');
    expect(failing({ to: '9999-12-31' })).toThrow('hundred years');
    expect(failing({ payments: [{ on: '2025-02-01', amountCents: cents(0) }] })).toThrow('payment');
  });

  it('ends the year of default of a leap day on 28 February', () => {
    const { periods } = computeInterest(
      ask({ from: '2024-02-29', to: '2025-03-02', agreed: flat('6', true) }),
    );
    expect(periods.map(({ from }) => from)).toEqual(['2024-02-29', '2025-02-28']);
  });

  const money = fc.integer({ min: 1, max: 5_000_000 });
  const daysLater = fc.integer({ min: 0, max: 4_000 });
  const plusDays = (days: number) =>
    new Date(Date.UTC(2014, 2, 3 + days)).toISOString().slice(0, 10);

  it('is the sum of its periods, and with payments nothing is lost or invented', () => {
    const payment = fc.record({ on: daysLater.map(plusDays), amountCents: money.map(cents) });
    fc.assert(
      fc.property(money, daysLater, fc.array(payment, { maxLength: 4 }), (owed, days, payments) => {
        const to = plusDays(days);
        const question = ask({ principalCents: cents(owed), from: '2014-03-03', to, payments });
        const answer = computeInterest(question);
        const sum = answer.periods.reduce((all, { amountCents }) => all + amountCents, 0);
        const paid = payments
          .filter(({ on }) => on <= to)
          .reduce((all, { amountCents }) => all + amountCents, 0);

        expect(answer.interestCents).toBe(sum);
        expect(answer.openPrincipalCents + answer.openInterestCents + paid).toBe(
          owed + answer.interestCents + answer.excessCents,
        );
        expect(answer.openInterestCents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never shrinks when a day is added', () => {
    fc.assert(
      fc.property(money, daysLater, (owed, days) => {
        const until = (to: string) =>
          computeInterest(ask({ principalCents: cents(owed), from: '2014-03-03', to }));
        const less = until(plusDays(days)).interestCents;
        expect(until(plusDays(days + 1)).interestCents).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});
