import { FileUnreadableError } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  camtFile,
  camtXml,
  detailsXml,
  entryXml,
  readXml,
  statementXml,
  readAll,
} from './fixtures/build-camt.ts';
import { camtStatements } from './camt-statements.port.ts';
import { readCamt } from './read-camt.ts';
import { MAX_FILE_BYTES } from './xml/decode-xml.ts';

const GOOD = camtXml(statementXml(entryXml()));

function refusalOf(input: string | Uint8Array): FileUnreadableError {
  try {
    const file = typeof input === 'string' ? camtFile(input) : { name: 'bad.xml', bytes: input };
    for (const _statement of readCamt(file));
  } catch (error) {
    if (error instanceof FileUnreadableError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('refuses with the place', () => {
  const entry = (from: string, to: string) =>
    camtXml(statementXml(entryXml('<ValDt><Dt>2026-03-02</Dt></ValDt>').replace(from, to)));

  it.each([
    ['an amount with a decimal comma', entry('12.50', '12,50'), '“12,50” is not an amount.'],
    ['an amount with parts of a cent', entry('12.50', '12.505'), 'parts of a cent'],
    ['a negative amount', entry('12.50', '-12.50'), 'not an amount'],
    ['an amount in scientific notation', entry('12.50', '1e3'), 'not an amount'],
    ['an amount beyond all reason', entry('12.50', '9'.repeat(30)), 'too large'],
    ['an empty amount', entry('12.50', ''), 'not an amount'],
    ['a day that does not exist', entry('2026-03-02', '2026-02-30'), 'is not a day'],
    ['an unknown direction', entry('CRDT', 'PLUS'), 'is not CRDT'],
    ['a missing direction', entry('<CdtDbtInd>CRDT</CdtDbtInd>', ''), 'does not say CRDT'],
    ['a missing amount', entry('<Amt Ccy="EUR">12.50</Amt>', ''), 'has no amount'],
    ['an impossible currency', entry('Ccy="EUR"', 'Ccy="euro"'), 'is not a currency'],
  ])('%s', (_what, xml, problem) => {
    const refusal = refusalOf(xml);

    expect(refusal.message).toContain(problem);
    expect(refusal.details).toMatchObject({ file: 'statement.xml', line: expect.any(Number) });
    expect(refusal.details['field']).toContain('Ntry');
  });

  it('names line and element of an amount in a transaction', () => {
    const xml = camtXml(statementXml(entryXml(`\n${detailsXml('<Amt Ccy="EUR">x</Amt>')}`)));

    expect(refusalOf(xml).message).toBe(
      'statement.xml, line 4, field Ntry/NtryDtls/TxDtls/Amt: “x” is not an amount.',
    );
  });

  it('a statement without account', () => {
    expect(refusalOf(GOOD.replace(/<Acct>.*?<\/Acct>/, '')).message).toContain('has no account');
  });
});

describe('refuses what is not a statement', () => {
  it.each([
    ['an empty file', '', 'The file is empty.'],
    ['white space', ' \n ', 'no XML element'],
    ['plain text', 'this is no bank statement', 'The XML is broken'],
    ['another root', '<html><body/></html>', 'The root element is <html>'],
    ['a payment order', camtXml('', 'pain.001.001.03', 'CstmrCdtTrfInitn'), 'a pain.001 message'],
    ['another name space', camtXml('', 'camt.050.001.02'), 'camt.050 message with the contents of'],
    ['no statements', camtXml(''), 'There is no statement'],
    ['a broken archive', 'PK\u0003\u0004rest', 'archive is damaged, or was cut off'],
  ])('%s', (_what, xml, problem) => {
    expect(refusalOf(xml).message).toContain(problem);
  });
});

describe('refuses hostile XML', () => {
  const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;

  it('a document type with entities', () => {
    const refusal = refusalOf(GOOD.replace('<Document', `${bomb}\n<Document`));

    expect(refusal.message).toContain('DOCTYPE');
    expect(refusal.details['line']).toBe(2);
  });

  it('an external entity', () => {
    const doctype = '<!DOCTYPE d SYSTEM "file:///etc/passwd">';

    expect(refusalOf(GOOD.replace('<Document', `${doctype}<Document`)).message).toContain(
      'DOCTYPE',
    );
  });

  it('an entity that nothing defines', () => {
    expect(refusalOf(GOOD.replace('S-1', '&xxe;')).message).toContain('undefined entity');
  });

  it('endless nesting', () => {
    expect(refusalOf(camtXml(statementXml('<Ntry>'.repeat(100_000)))).message).toContain('nested');
  });

  it('endless text in one element', () => {
    const xml = GOOD.replace('S-1', 'x'.repeat(1_000_000));

    expect(refusalOf(xml).message).toContain('more than 20000 characters');
  });

  it('endless elements in one entry', () => {
    const xml = camtXml(statementXml(entryXml('<Chrgs/>'.repeat(60_000))));

    expect(refusalOf(xml).message).toContain('too many elements');
  });

  it('control characters', () => {
    expect(refusalOf(GOOD.replace('S-1', 'S\u00011')).message).toContain('disallowed character');
  });
});

describe('refuses a file that was damaged on the way', () => {
  it('at whatever point it was cut off', () => {
    for (let length = 1; length < GOOD.length; length += 7) {
      expect(refusalOf(GOOD.slice(0, length))).toBeInstanceOf(FileUnreadableError);
    }
    expect(refusalOf(GOOD.slice(0, -40)).message).toContain('it was cut off');
  });

  it('with the line of the first byte that is not UTF-8', () => {
    const text = GOOD.replace('<Sts>', '<AddtlNtryInf>caf\u00e9</AddtlNtryInf><Sts>');
    const refusal = refusalOf(Uint8Array.from(text, (character) => character.charCodeAt(0)));

    expect(refusal.message).toContain('not valid utf-8');
    expect(refusal.details['line']).toBe(3);
  });

  it('with an encoding nobody knows', () => {
    expect(refusalOf(GOOD.replace('?>', ' encoding="klingon"?>')).message).toContain('klingon');
  });

  it('when it is too large, saying how large it may be', () => {
    const bytes = new Uint8Array(MAX_FILE_BYTES + 1).fill(0x20, 0, 10);

    expect(refusalOf(bytes).message).toContain('is 301 MB and the limit is 300 MB');
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
          for (const _statement of readCamt(camtFile(text)));
        } catch (error) {
          expect(error).toBeInstanceOf(FileUnreadableError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('encodings and size', () => {
  const described = GOOD.replace('</Ntry>', '<AddtlNtryInf>café</AddtlNtryInf></Ntry>');

  it('reads Windows-1252 when the file says so', () => {
    const text = described.replace('?>', ' encoding="ISO-8859-1"?>');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));

    expect(readAll({ name: 'a', bytes })[0]?.lines[0]?.description).toBe('café');
  });

  it('reads UTF-8 and UTF-16 with a byte order mark', () => {
    const utf16 = Buffer.from(`\ufeff${described}`, 'utf16le');

    expect(readXml(`\ufeff${described}`)[0]?.lines[0]?.description).toBe('café');
    expect(readAll({ name: 'a', bytes: utf16 })[0]?.lines[0]?.description).toBe('café');
  });

  it('hands over a statement before the rest of the file was read', () => {
    const long = statementXml(entryXml()) + statementXml(entryXml().repeat(2_000)) + '<broken';
    const statements = readCamt(camtFile(camtXml(long)));

    expect(statements.next().value).toMatchObject({ lines: [{ amountCents: 1250 }] });
    expect(() => [...statements]).toThrow(FileUnreadableError);
  });
});

describe('recognising', () => {
  it('is certain of its own messages and leaves other files to others', () => {
    expect(camtStatements.recognise(camtFile(GOOD))).toBe(1);
    expect(camtStatements.recognise(camtFile('<Invoice xmlns="urn:oasis"/>'))).toBe(0);
    expect(camtStatements.recognise(camtFile(':20:X\n:25:Y'))).toBe(0);
    expect(camtStatements.recognise(camtFile('PK\u0003\u0004', 'camt053.zip'))).toBeGreaterThan(0);
  });
});
