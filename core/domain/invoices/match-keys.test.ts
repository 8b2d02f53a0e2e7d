import { describe, expect, it } from 'vitest';
import { matchKeys } from './match-keys.ts';

const keys = (number: string, paymentReference: string | null = null) =>
  matchKeys({ number, paymentReference });

describe('matchKeys', () => {
  it('finds a number however it is punctuated, and without its prefix', () => {
    expect(keys('INV-2026/0042')).toEqual(['INV20260042', '20260042']);
  });

  it('adds the payment reference as banks print it', () => {
    expect(keys('1001', 'RF18 5390 0754 7034')).toEqual(['1001', 'RF18539007547034']);
  });

  it('does not look for a few digits alone', () => {
    expect(keys('F-12')).toEqual(['F12']);
  });

  it('forgets leading zeros', () => {
    expect(keys('000123')).toEqual(['000123', '123']);
  });
});
