import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  divide,
  isLess,
  multiply,
  readDecimal,
  roundHalfUp,
  simplify,
  subtract,
  whole,
  writeDecimal,
} from './fraction.ts';

describe('a fraction', () => {
  it('reads and writes a percentage', () => {
    for (const text of ['0', '7', '10.15', '0.5', '8.000001']) {
      expect(writeDecimal(readDecimal(text) ?? whole(-1))).toBe(text);
    }
    expect(writeDecimal(readDecimal('9.10') ?? whole(0))).toBe('9.1');
  });

  it('reads nothing else', () => {
    for (const text of ['', '-1', '1,5', '1.', '.5', '1e3', '1.0000001', '12345678', ' 1']) {
      expect(readDecimal(text)).toBeNull();
    }
  });

  it('loses nothing on the way', () => {
    const number = fc.integer({ min: 0, max: 1_000_000 });
    const divisor = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(number, number, divisor, (a, b, by) => {
        const part = divide(whole(a), by);
        const back = multiply(add(part, whole(b)), whole(by));
        expect(simplify(subtract(back, whole(b * by)))).toEqual(whole(a));
        expect(isLess(part, add(part, whole(1)))).toBe(true);
      }),
    );
  });

  it('rounds a half up and less than a half down', () => {
    expect(roundHalfUp(divide(whole(5), 2))).toBe(3);
    expect(roundHalfUp(divide(whole(249), 100))).toBe(2);
    expect(roundHalfUp(whole(0))).toBe(0);
  });
});
