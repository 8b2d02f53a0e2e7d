import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centsOfEuros, moneySigns } from './money.ts';

it('an amount in euros is the same in whole cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      expect(centsOfEuros(cents / 100)).toBe(cents);
    }),
  );
  expect(centsOfEuros('12.5')).toBe(1250);
});

it('what is no amount is nothing, never zero', () => {
  for (const typed of ['', '  ', '-', 'abc', Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(centsOfEuros(typed)).toBeNull();
  }
});

it('amounts are written as the reader writes them', () => {
  expect(moneySigns('nl')).toEqual({ decimal: ',', thousand: '.' });
  expect(moneySigns('en')).toEqual({ decimal: '.', thousand: ',' });
});
