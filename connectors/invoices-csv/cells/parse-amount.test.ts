import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalMark, parseAmount } from './parse-amount.ts';

const centsOf = (text: string, mark: DecimalMark | null = null) => {
  const parsed = parseAmount(text, mark);
  return 'cents' in parsed ? parsed.cents : parsed.problem;
};

function write(cents: number, group: string, mark: DecimalMark): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? '-' : ''}${whole}${mark}${digits.slice(-2)}`;
}

describe('parseAmount', () => {
  it('gives back every amount, however it is grouped', () => {
    const styles = fc.constantFrom(
      ['.', ','] as const,
      [',', '.'] as const,
      [' ', ','] as const,
      ['\u00a0', ','] as const,
      ['’', '.'] as const,
      ['', ','] as const,
      ['', '.'] as const,
    );
    const cents = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });
    fc.assert(
      fc.property(cents, styles, fc.constantFrom(',', '.', null), (amount, [group, mark], seen) => {
        expect(centsOf(write(amount, group, mark), seen)).toBe(amount);
      }),
    );
  });

  it.each([
    ['1234', 123_400],
    ['12,5', 1250],
    ['€ 12,50', 1250],
    ['12,50 €', 1250],
    ['EUR 12,50', 1250],
    ['-€ 12,50', -1250],
    ['€ -12,50', -1250],
    ['€ -12.345,60', -1_234_560],
    ['12,50-', -1250],
    ['(12,50)', -1250],
    ['( € 12,50 )', -1250],
    ['\u221212,50', -1250],
    ['+12,50', 1250],
    ['€ 50,-', 5000],
    ['50,--', 5000],
    ['12,5000', 1250],
    ['1.234.567', 123_456_700],
  ])('reads %s', (text, cents) => expect(centsOf(text)).toBe(cents));

  it('keeps the currency that stands with the amount', () => {
    expect(parseAmount('£ 5.00', null)).toEqual({ cents: 500, currency: 'GBP' });
    expect(parseAmount('5,00 SEK', null)).toEqual({ cents: 500, currency: 'SEK' });
    expect(parseAmount('5,00', null)).toEqual({ cents: 500, currency: null });
  });

  it('reads 1.234 only when the rest of the column shows what it means', () => {
    expect(centsOf('1.234', ',')).toBe(123_400);
    expect(centsOf('1,234', '.')).toBe(123_400);
    expect(centsOf('1.230', '.')).toBe(123);
    expect(centsOf('1.234', '.')).toContain('two decimals');
    expect(centsOf('1.234')).toContain('can be 1234 or 1 and a fraction');
  });

  it.each([
    ['=1+1', 'formula'],
    ['@A1', 'formula'],
    ['$ 5.00', 'which dollar'],
    ['12,345.6,7', 'not an amount'],
    ['1.23.456', 'not an amount'],
    ['12 50', 'not an amount'],
    ['--5', 'not an amount'],
    ['5e3', 'not an amount'],
    ['EUR 5 EUR', 'not an amount'],
    ['', 'not an amount'],
    ['12,3456', 'two decimals'],
    ['9'.repeat(14), 'larger'],
  ])('refuses %j', (text, words) => expect(centsOf(text)).toContain(words));
});
