import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCents,
  allocateCents,
  type Cents,
  cents,
  formatCents,
  maxCents,
  minCents,
  negateCents,
  percentOfCents,
  subtractCents,
  sumCents,
} from './money.ts';

const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(cents);
const points = fc.integer({ min: 0, max: 20_000 });
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((all) => all.some((one) => one > 0));

describe('cents', () => {
  it('accepts whole numbers that are safe, and nothing else', () => {
    for (const wrong of [0.5, Number.NaN, Infinity, 2 ** 53, '12' as never]) {
      expect(() => cents(wrong)).toThrow();
    }
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  it('adds and subtracts without losing a cent', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtractCents(addCents(a, b), b)).toBe(a);
        expect(addCents(a, negateCents(a))).toBe(0);
        expect(addCents(minCents(a, b), maxCents(a, b))).toBe(addCents(a, b));
        expect(sumCents([a, b])).toBe(addCents(a, b));
      }),
    );
  });

  it('refuses a sum that is no longer exact', () => {
    expect(() => addCents(Number.MAX_SAFE_INTEGER as Cents, cents(1))).toThrow();
    expect(() => sumCents([Number.MAX_SAFE_INTEGER as Cents, cents(2)])).toThrow();
  });
});

describe('percentOfCents', () => {
  it('rounds as its caller says: half up goes away from zero', () => {
    // 15 % of € 1.10 is 16.5 cents.
    expect(percentOfCents(cents(110), 1_500, 'half-up')).toBe(17);
    expect(percentOfCents(cents(110), 1_500, 'down')).toBe(16);
    expect(percentOfCents(cents(110), 1_500, 'up')).toBe(17);
    expect(percentOfCents(cents(-110), 1_500, 'half-up')).toBe(-17);
    expect(percentOfCents(cents(109), 1_500, 'half-up')).toBe(16); // 16.35
  });

  it('lies between the amount rounded down and up, exactly, however large', () => {
    fc.assert(
      fc.property(amount, points, (a, p) => {
        const down = percentOfCents(a, p, 'down');
        const up = percentOfCents(a, p, 'up');
        const half = percentOfCents(a, p, 'half-up');
        expect(Math.abs(up - down)).toBeLessThanOrEqual(1);
        expect([down, up]).toContain(half);
        const exact = BigInt(a) * BigInt(p) - BigInt(half) * 10_000n;
        expect(exact >= -5_000n && exact <= 5_000n).toBe(true);
        expect(percentOfCents(negateCents(a), p, 'half-up')).toBe(negateCents(half));
      }),
    );
  });

  it('refuses parts of a basis point', () => {
    expect(() => percentOfCents(cents(100), 0.5, 'down')).toThrow();
  });
});

describe('allocateCents', () => {
  it('gives what is left over to the largest remainders, the first of equals first', () => {
    expect(allocateCents(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateCents(cents(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocateCents(cents(10), [1, 2])).toEqual([3, 7]); // 3.33 and 6.67
  });

  it('always adds up, and no part is a cent from its share', () => {
    fc.assert(
      fc.property(amount, weights, (a, all) => {
        const parts = allocateCents(a, all);
        const total = all.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(sumCents(parts)).toBe(a);
        for (const [index, part] of parts.entries()) {
          const distance = BigInt(part) * total - BigInt(a) * BigInt(all[index]!);
          expect(distance > -total && distance < total).toBe(true);
          if (all[index] === 0) expect(part).toBe(0);
        }
      }),
    );
  });

  it('refuses weights that say nothing', () => {
    for (const wrong of [[], [0, 0], [-1, 2], [0.5, 1]]) {
      expect(() => allocateCents(cents(100), wrong)).toThrow();
    }
  });
});

describe('formatCents', () => {
  it('shows an amount as a person reads it', () => {
    expect(formatCents(cents(123_450))).toBe('€\u00a01.234,50');
    expect(formatCents(cents(-5))).toBe('-€\u00a00,05');
    expect(formatCents(cents(123_450), 'en')).toBe('€1,234.50');
    expect(formatCents(cents(123_450), 'de')).toBe('1.234,50\u00a0€');
    expect(formatCents(cents(123_450), 'fr')).toBe('1\u00a0234,50\u00a0€');
  });

  it('loses no digit of a large amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (value) => {
        const digits = formatCents(cents(value)).replace(/\D/g, '');
        expect(Number(digits)).toBe(value);
      }),
    );
  });
});
