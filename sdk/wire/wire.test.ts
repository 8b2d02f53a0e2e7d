import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64, bytesToText, textToBytes } from './bytes.ts';
import { fromCrossing, toCrossing } from './crossing.ts';
import { toQuery } from './query.ts';

describe('bytes and texts', () => {
  it('are written as everybody else writes them, and read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(bytesToBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64ToBytes(bytesToBase64(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Buffer.from(textToBytes(text)).toString('utf8')).toBe(text);
        expect(bytesToText(textToBytes(text))).toBe(text);
      }),
    );
  });

  it('are large without trouble', () => {
    const text = 'é€😀a'.repeat(50_000);

    expect(bytesToText(base64ToBytes(bytesToBase64(textToBytes(text))))).toBe(text);
  });

  it('are refused where they would be guessed', () => {
    for (const wrong of ['abc', 'ab=c', 'a===', 'ab\n=', 'äbcd']) {
      expect(() => base64ToBytes(wrong)).toThrow('base64');
    }
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        let expected: string | null = null;
        try {
          expected = strict.decode(bytes);
        } catch {
          expect(() => bytesToText(bytes)).toThrow('UTF-8');
        }
        if (expected !== null) expect(bytesToText(bytes)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a value that crosses', () => {
  it('comes out on the other side as it was, through JSON text', () => {
    const mail = {
      sentAt: new Date('2026-03-01T09:00:00.000Z'),
      attachments: [{ name: 'a.pdf', bytes: new Uint8Array([0, 255, 10]) }],
      odd: { $moment: 'not a moment', more: null },
      tagged: { $bytes: 'mine' },
      twice: { $plain: { $plain: 1 } },
    };

    expect(fromCrossing(JSON.parse(JSON.stringify(toCrossing(mail))))).toEqual(mail);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const crossed: unknown = JSON.parse(JSON.stringify(toCrossing(value)));
        expect(JSON.stringify(fromCrossing(crossed))).toBe(JSON.stringify(value));
      }),
    );
  });

  it('is a list when it was read piece by piece, and lacks what has no value', () => {
    function* lines() {
      yield { number: 1, remarks: undefined };
    }

    expect(toCrossing(lines())).toEqual([{ number: 1 }]);
  });

  it('holds no functions and does not hold itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;

    expect(() => toCrossing({ run: () => 1 })).toThrow('function');
    expect(() => toCrossing(loop)).toThrow('levels deep');
    expect(() => fromCrossing({ $moment: 'yesterday' })).toThrow('not a moment');
  });
});

describe('a query', () => {
  it('writes fields so that none can pose as two, and leaves out what is not there', () => {
    const text = toQuery({
      name: 'Jan & Piet=één',
      page: 2,
      all: false,
      none: null,
      not: undefined,
    });

    expect(text).toBe('name=Jan%20%26%20Piet%3D%C3%A9%C3%A9n&page=2&all=false');
    expect(new URLSearchParams(text).get('name')).toBe('Jan & Piet=één');
  });
});
