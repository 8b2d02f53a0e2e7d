import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeaderUnsafeError } from './documents.errors.ts';
import { safeHeader, safeMailAddress } from './safe-header.ts';

describe('header values', () => {
  it('pass unchanged when they are one line of visible text', () => {
    const to = { name: 'Café ‘De Zon’, Ø', address: 'jan+x@voorbeeld.example' };

    expect(safeHeader('subject', 'Herinnering – € 12,50')).toBe('Herinnering – € 12,50');
    expect(safeMailAddress('to', to)).toEqual(to);
  });

  it('are refused with any line break in them, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('\r', '\n', '\r\n', '\u2028'),
        fc.string(),
        (a, cut, b) => {
          expect(() => safeHeader('subject', a + cut + b)).toThrow(HeaderUnsafeError);
          expect(() => safeMailAddress('to', { name: a + cut + b, address: 'a@b.nl' })).toThrow(
            HeaderUnsafeError,
          );
        },
      ),
    );
  });

  it.each([
    'a@b.nl, c@d.nl',
    'a@b.nl>',
    '<a@b.nl>',
    'a b@c.nl',
    'a',
    '@b',
    'a@',
    'a@b@c',
    'a@b.nl\r\nBcc: c@d.nl',
  ])('are refused when they are not one address: %j', (address) => {
    expect(() => safeMailAddress('to', { address })).toThrow(HeaderUnsafeError);
  });
});
