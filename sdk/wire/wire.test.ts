import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64, bytesToText, textToBytes } from './bytes.ts';
import { asFields, asRows, asText, readJson } from './json.ts';
import { toMultipart } from './multipart.ts';
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

describe('a form with files', () => {
  it('is read by others as it was meant, also with odd names and bytes', async () => {
    const pdf = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
    const { contentType, bodyBase64 } = toMultipart(
      { 'to[name]': 'Jan "de" Wit\r\nX: y', color: false, none: null },
      [
        {
          field: 'file',
          name: 'brief é.pdf',
          mediaType: 'application/pdf',
          base64: bytesToBase64(pdf),
        },
      ],
    );
    const answer = new Response(base64ToBytes(bodyBase64), {
      headers: { 'content-type': contentType },
    });
    const form = await answer.formData();
    const file = form.get('file') as File;

    expect(form.get('to[name]')).toBe('Jan "de" Wit\r\nX: y');
    expect(form.get('color')).toBe('false');
    expect([file.name, file.type]).toEqual(['brief é.pdf', 'application/pdf']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
    expect([...form.keys()]).toEqual(['to[name]', 'color', 'file']);
  });

  it('never ends early because a file holds what separates the parts', () => {
    const file = (text: string) => [
      { field: 'a', name: 'a', mediaType: 'text/plain', base64: bytesToBase64(textToBytes(text)) },
    ];
    const { contentType } = toMultipart({}, file('x'));
    const boundary = contentType.split('boundary=')[1]!;

    expect(toMultipart({}, file(`--${boundary}--`)).contentType).not.toBe(contentType);
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

describe('an answer', () => {
  it('is looked into as far as it goes, whatever it is', () => {
    const answer = asFields(readJson('{"who":{"name":" Jan "},"list":[{"id":1},7],"empty":" "}'));

    expect(asText(asFields(answer['who'])['name'])).toBe('Jan');
    expect(asRows(answer['list'])).toEqual([{ id: 1 }, {}]);
    expect([asText(answer['empty']), asText(answer['list']), asText(undefined)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(asRows(answer['who'])).toEqual([]);
  });

  it('that is a page for people holds nothing', () => {
    expect(readJson('<html>Onderhoud</html>')).toBeNull();
    expect(asFields(readJson('<html>Onderhoud</html>'))).toEqual({});
  });
});
