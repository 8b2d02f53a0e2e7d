import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSum } from './find-sum.ts';

const optional = (amounts: number[]) =>
  amounts.map((one) => ({ amounts: [one], isOptional: true }));

describe('findSum', () => {
  it('finds amounts that add up, says whether others do too, and takes credit notes', () => {
    expect(findSum(70, optional([50, 30, 20]))).toEqual({ picks: [0, -1, 0], isOnly: true });
    expect(findSum(50, optional([50, 30, 20]))?.isOnly).toBe(false);
    expect(findSum(45, optional([50, -5, 30]))).toEqual({ picks: [0, 0, -1], isOnly: true });
    expect(findSum(41, optional([50, 30, 20]))).toBeNull();
  });

  it('never answers with another sum', () => {
    const amounts = fc.array(fc.integer({ min: -500, max: 5_000 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 9_000 }), (drawn, target) => {
        const sum = findSum(target, optional(drawn));
        if (!sum) return;
        const total = sum.picks.reduce((all, pick, at) => all + (pick < 0 ? 0 : drawn[at]!), 0);
        expect(total).toBe(target);
      }),
    );
  });

  it('gives up on sixty different amounts instead of trying every subset', () => {
    const amounts = Array.from({ length: 60 }, (_, at) => 10_007 * (at + 1) + at * at);
    expect(findSum(1_234_567, optional(amounts))).toBeNull();
  });
});
