import { cents } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPayment } from './split-payment.ts';

const claim = { invoiceId: 'i', costs: cents(4000), interest: cents(150), principal: cents(9000) };
const BY_LAW = ['costs', 'interest', 'principal'] as const;

describe('splitPayment', () => {
  it('pays costs before interest and interest before principal', () => {
    expect(splitPayment(cents(5000), claim, BY_LAW)).toEqual([
      { part: 'costs', amountCents: 4000 },
      { part: 'interest', amountCents: 150 },
      { part: 'principal', amountCents: 850 },
    ]);
  });

  it('follows another order where that is agreed', () => {
    expect(splitPayment(cents(9100), claim, ['principal', 'costs', 'interest'])).toEqual([
      { part: 'principal', amountCents: 9000 },
      { part: 'costs', amountCents: 100 },
    ]);
  });

  it('never loses or invents a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13_150 }), (paid) => {
        const credits = splitPayment(cents(paid), claim, BY_LAW);
        expect(credits.reduce((sum, credit) => sum + credit.amountCents, 0)).toBe(paid);
      }),
    );
  });

  it('refuses more than is owed and says by how much', () => {
    expect(() => splitPayment(cents(13_151), claim, BY_LAW)).toThrow('1 cents more');
  });

  it('has no answer to a reversal', () => {
    expect(() => splitPayment(cents(-1), claim, BY_LAW)).toThrow('a payment is positive');
  });
});
