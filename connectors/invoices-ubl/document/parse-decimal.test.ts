import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from './parse-decimal.ts';

describe('parseDecimal', () => {
  it('gives back every amount that is written as a decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0');
        const text = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(parseDecimal(text)).toEqual({ cents, isExact: true });
      }),
    );
  });

  it('rounds half away from zero and says that it did', () => {
    expect(parseDecimal('0.005')).toEqual({ cents: 1, isExact: false });
    expect(parseDecimal('-0.005')).toEqual({ cents: -1, isExact: false });
    expect(parseDecimal('1.004999')).toEqual({ cents: 100, isExact: false });
    expect(parseDecimal('1.1000')).toEqual({ cents: 110, isExact: true });
  });

  it.each(['', '.', '1,5', '1e3', 'NaN', '--1', '1 000', '=1+1', '0x10', '1'.repeat(14)])(
    'refuses %j',
    (text) => expect(parseDecimal(text)).toBeNull(),
  );
});
