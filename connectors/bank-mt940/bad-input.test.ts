import { FileUnreadableError } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesFile,
  mt940File,
  mt940Text,
  readLines,
  readText,
  readAll,
} from './fixtures/build-mt940.ts';
import { mt940Statements } from './mt940-statements.port.ts';
import { readMt940 } from './read-mt940.ts';
import { MAX_FILE_BYTES } from './text/decode-text.ts';

const LINE = ':61:2603020302C12,50NTRFNONREF\n:86:nota 1';
const GOOD = mt940Text(LINE);

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function refusalOf(input: string | Uint8Array): FileUnreadableError {
  try {
    const file = typeof input === 'string' ? mt940File(input) : bytesFile(input);
    for (const _statement of readMt940(file));
  } catch (error) {
    if (error instanceof FileUnreadableError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('refuses with line and field', () => {
  it.each([
    ['an amount without comma', 'C12,50N', 'C1250N', '“1250” is not an amount.'],
    ['an amount with parts of a cent', 'C12,50N', 'C12,505N', 'parts of a cent'],
    ['an amount with thousands', 'C12,50N', 'C1.012,50N', 'is not an amount'],
    ['an amount beyond all reason', 'C12,50N', `C${'9'.repeat(20)},00N`, 'too large'],
    ['a line without sign', '0302C12', '030212', 'not a statement line: day, C or D, amount'],
    ['a day that does not exist', ':61:260302', ':61:261302', '“261302” is not a day.'],
    ['an entry day that does not exist', '2603020302', '2603021302', '“1302” is not a day.'],
  ])('%s', (...[, from, to, problem]) => {
    const refusal = refusalOf(GOOD.replace(from, to));

    expect(refusal.message).toContain(problem);
    expect(refusal.details).toMatchObject({ file: 'statement.sta', line: 5, field: ':61:' });
  });

  it.each([
    ['a balance without sign', ':60F:C', ':60F:', 4, ':60F:'],
    ['a balance that was cut off', 'EUR100,00\n-', 'EUR1', 7, ':62F:'],
    ['a balance on no day', ':62F:C260302', ':62F:C260332', 7, ':62F:'],
    ['a second account', ':86:nota', ':25:nota', 6, ':25:'],
    ['a second opening balance', ':86:nota 1', ':60F:C260301EUR1,00', 6, ':60F:'],
  ])('%s', (...[, from, to, line, field]) => {
    expect(refusalOf(GOOD.replace(from, to)).details).toMatchObject({ line, field });
  });

  it('a statement without account', () => {
    expect(refusalOf(GOOD.replace(/:25:.*\n/, '')).message).toBe(
      'statement.sta, line 1, field :20:: This statement has no account (field :25:).',
    );
  });
});

describe('refuses a file that was cut off', () => {
  it('when the closing balance is missing', () => {
    const refusal = refusalOf(GOOD.slice(0, GOOD.indexOf(':62F:')));

    expect(refusal.message).toContain('Statement 61/1 stops before its closing balance (:62F:)');
    expect(refusal.details['line']).toBe(6);
  });

  it('also in the middle of the file', () => {
    const cut = GOOD.slice(0, GOOD.indexOf(':62F:'));

    expect(refusalOf(`${cut}{1:F01KNABNL2HAXXX}{4:\n${GOOD}`).message).toContain('cut off');
  });

  it('at whatever point before the last comma', () => {
    const lastComma = GOOD.lastIndexOf(',');
    for (let length = 1; length <= lastComma; length += 3) {
      expect(refusalOf(GOOD.slice(0, length))).toBeInstanceOf(FileUnreadableError);
    }
  });
});

describe('refuses what is not MT940', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['white space', '\n \n', 'The file is empty.'],
    ['plain text', 'this is no bank statement', 'There is no MT940 statement'],
    ['XML', '<?xml version="1.0"?><Document/>', 'There is no MT940 statement'],
    ['a damaged archive', 'PK\u0003\u0004rest', 'in this archive is damaged'],
    ['bytes', `${GOOD}\0\0`, 'This is not a text file.'],
  ])('%s', (_what, text, problem) => {
    expect(refusalOf(text).message).toContain(problem);
  });

  it('a file that is too large, saying how large it may be', () => {
    expect(refusalOf(new Uint8Array(MAX_FILE_BYTES + 1)).message).toContain(
      'is 301 MB and the limit is 300 MB',
    );
  });

  it('an endless line or field', () => {
    expect(refusalOf(GOOD.replace('nota 1', 'x'.repeat(5000))).message).toContain('longer than');
    expect(refusalOf(GOOD.replace('nota 1', 'x\n'.repeat(500))).message).toContain(
      'too many lines',
    );
  });
});

describe('hostile text is read in no time', () => {
  it.each([
    ['slashes', '/NAME/'.repeat(600)],
    ['part numbers', '166?20'.repeat(600)],
    ['labels', 'SEPA IBAN: '.repeat(350)],
    ['digits', `BETALINGSKENMERK ${'1 '.repeat(1800)}`],
    ['direct debits', `Europese Incasso, a NL44RABO0123456789 RABONL2U ${'A '.repeat(1900)}`],
    ['spaces', `64.45.12.113${' a'.repeat(1900)}`],
  ])('%s', (_what, text) => {
    const started = performance.now();

    expect(readLines(`:61:2603020302C1,00NTRFNONREF\n:86:${text}`).lines).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('a file that was changed anywhere', () => {
  it('is read or refused, and nothing else', () => {
    const change = fc.tuple(
      fc.nat({ max: GOOD.length }),
      fc.nat({ max: 9 }),
      fc.string({ maxLength: 9 }),
    );

    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = GOOD;
        for (const [at, length, put] of changes)
          text = text.slice(0, at) + put + text.slice(at + length);
        try {
          for (const _statement of readMt940(mt940File(text)));
        } catch (error) {
          expect(error).toBeInstanceOf(FileUnreadableError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('encodings', () => {
  const named = GOOD.replace('nota 1', 'Café Zoë');
  const descriptionOf = (bytes: Uint8Array) => readAll(bytesFile(bytes))[0]?.lines[0]?.description;

  it('reads UTF-8 with and without byte order mark', () => {
    expect(descriptionOf(new TextEncoder().encode(named))).toBe('Café Zoë');
    expect(descriptionOf(new TextEncoder().encode(`\ufeff${named}`))).toBe('Café Zoë');
  });

  it('reads Windows-1252 when the bytes are no UTF-8', () => {
    expect(descriptionOf(latin1(named))).toBe('Café Zoë');
  });

  it('reads UTF-16 with a byte order mark', () => {
    expect(descriptionOf(Buffer.from(`\ufeff${named}`, 'utf16le'))).toBe('Café Zoë');
  });

  it('refuses UTF-8 that is broken, with the line', () => {
    const refusal = refusalOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...latin1(named)]));

    expect(refusal.message).toContain('says it is UTF-8 but is not');
    expect(refusal.details['line']).toBe(6);
  });
});

describe('recognising', () => {
  it('is certain of statements and leaves other files to others', () => {
    const recognise = (text: string) => mt940Statements.recognise(mt940File(text));

    expect(recognise(GOOD)).toBe(1);
    expect(recognise(`{1:F01INGBNL2A}{4:\n${GOOD}`)).toBe(1);
    expect(recognise(`\ufeff${GOOD}`)).toBe(1);
    expect(recognise('@@:20:X@@:25:Y')).toBeGreaterThan(0);
    expect(recognise('Datum;Bedrag\n2026-03-02;12,50')).toBe(0);
    expect(recognise('<Document/>')).toBe(0);
    expect(readText(GOOD)).toHaveLength(1);
  });
});
