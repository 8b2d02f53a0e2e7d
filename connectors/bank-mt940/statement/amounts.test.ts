import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCents } from './amounts.ts';

describe('parseCents', () => {
  it.each([
    ['12,50', 1250],
    ['12,5', 1250],
    ['12,', 1200],
    ['000000000300.00', 30_000],
    ['0,00', 0],
    ['1,500', 150],
  ])('reads %s', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  it('reads back every amount it can be given, with any zeros around it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999_999 }),
        fc.nat({ max: 8 }),
        (amount, zeros) => {
          const digits = String(amount).padStart(3, '0');
          const text = `${'0'.repeat(zeros)}${digits.slice(0, -2)},${digits.slice(-2)}`;
          expect(parseCents(text + '0'.repeat(zeros))).toBe(amount);
        },
      ),
    );
  });

  it('never reads an amount without comma or with parts of a cent', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 999 }), (whole, rest) => {
        expect(parseCents(`${whole}`)).toContain('is not an amount');
        expect(parseCents(`${whole},00${rest}`)).toContain('parts of a cent');
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['number', 'string']).toContain(typeof parseCents(text));
      }),
    );
  });
});
