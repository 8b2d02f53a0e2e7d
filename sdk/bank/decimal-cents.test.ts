import { describe, expect, it } from 'vitest';
import { readDecimalCents } from './decimal-cents.ts';

describe('an amount as the interface of a bank writes it', () => {
  it.each([
    ['12', 1_200],
    ['-12.5', -1_250],
    ['0.070', 7],
    [' 3.02 ', 302],
    [-3.02, -302],
    [0.1 + 0.2, null],
    [1e21, null],
    ['-0.00', 0],
    ['1.005', null],
    ['1,00', null],
    ['+1', null],
    ['', null],
    [null, null],
    [{}, null],
  ])('%j is %j cents', (value, sum) => {
    const read = readDecimalCents(value);
    expect(read).toBe(sum);
    expect(Object.is(read, -0)).toBe(false);
  });
});
