import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typingErrors } from './plain-text.ts';

describe('typing errors between two names', () => {
  it.each([
    ['JANSEN', 'JANSEN', 0],
    ['JANSEN', 'JANSSEN', 1],
    ['JANSEN', 'JASNEN', 1],
    ['JANSEN', 'HANSEN', 1],
    ['JANSEN', 'JANSE', 1],
    ['JANSEN', 'HANSE', 2],
    ['JANSEN', 'BAKKER', 2],
  ])('of %s and %s, of which one is allowed, are %i', (a, b, errors) => {
    expect(typingErrors(a, b, 1)).toBe(errors);
  });

  it('are the same however many are allowed', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(typingErrors(a, b, 1)).toBe(Math.min(typingErrors(a, b, 2), 2));
      }),
      { numRuns: 2_000 },
    );
  });
});
