import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { suggestAmount } from './suggest-amount.ts';

describe('suggestAmount', () => {
  it('never suggests more than is open, nor more than is left of the payment', () => {
    expect(suggestAmount(cents(5000), cents(3000))).toBe(3000);
    expect(suggestAmount(cents(2000), cents(3000))).toBe(2000);
  });

  it('suggests nothing when the payment is used up', () => {
    expect(suggestAmount(cents(-100), cents(3000))).toBe(0);
  });
});
