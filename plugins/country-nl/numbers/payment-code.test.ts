import { type AskedTransfer, cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { paymentCode } from './payment-code.ts';

const transfer: AskedTransfer = {
  name: 'De Korst BV',
  iban: 'NL91 ABNA 0417 1643 00',
  amountCents: cents(123_456),
  currency: 'EUR',
  reference: '2026-0042 é',
};
const fields = (over: Partial<AskedTransfer> = {}) =>
  paymentCode({ ...transfer, ...over })?.split('\n') ?? null;

describe('the code of a transfer', () => {
  it('holds account, name, amount and what to write with it', () => {
    expect(fields()?.join('|')).toBe(
      'BCD|002|1|SCT||De Korst BV|NL91ABNA0417164300|EUR1234.56|||2026-0042 é',
    );
  });

  it('puts an RF reference where banks check it, and leaves out what there is none of', () => {
    expect(fields({ reference: 'RF18 5390 0754 7034' })?.[9]).toBe('RF18539007547034');
    expect(fields({ reference: null })).toHaveLength(8);
  });

  it('shortens what is too long and makes one line of it', () => {
    const long = fields({ name: 'x'.repeat(90), reference: `a\nb${'y'.repeat(200)}` });

    expect(long?.[5]).toHaveLength(70);
    expect(long?.[10]).toBe(`a b${'y'.repeat(137)}`);
  });

  it('is none for what it cannot say', () => {
    expect(fields({ currency: 'USD' })).toBeNull();
    expect(fields({ amountCents: cents(0) })).toBeNull();
    expect(fields({ iban: 'NL00ABNA0417164300' })).toBeNull();
    expect(fields({ name: '' })).toBeNull();
  });
});
