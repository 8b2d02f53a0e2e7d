import { FileUnreadableError } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceCsv, readAll, readOne } from './csv.fixtures.ts';

async function unreadable(content: string | Uint8Array): Promise<FileUnreadableError> {
  try {
    await readAll(content);
  } catch (error) {
    if (error instanceof FileUnreadableError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const HEADER = 'Factuurnummer;Factuurdatum;Bedrag;Naam\n';

describe('CSV files that cannot be read', () => {
  it('says that a file is empty, or holds only headers', async () => {
    expect((await unreadable('')).message).toContain('empty');
    expect((await unreadable('\n \n')).message).toContain('empty');
    expect((await unreadable(HEADER)).message).toContain('nothing below the headers');
  });

  it('names the missing columns and what was found', async () => {
    const { message, details } = await unreadable('Factuurnummer;Naam;Kleur\n1;Jansen;rood\n');

    expect(message).toContain('factuurdatum (invoicedOn), factuurbedrag (total)');
    expect(message).toContain('Found: “Factuurnummer”, “Naam”, “Kleur”');
    expect(details['line']).toBe(1);
  });

  it('names the line where a quote opens that is never closed', async () => {
    const { message, details } = await unreadable(`${HEADER}1;01-03-2026;5,00;Jansen\n2;"01-03`);

    expect(message).toContain('never closed');
    expect(details['line']).toBe(3);
  });

  it('refuses text after a closing quote', async () => {
    expect((await unreadable(`${HEADER}1;"a"b;5,00;Jansen\n`)).details['line']).toBe(2);
  });

  it('refuses a null byte, with the line', async () => {
    expect((await unreadable(`${HEADER}1;01-03-2026;5,00;Jan\0sen\n`)).details['line']).toBe(2);
  });

  it('refuses a cell of a megabyte and a line of a million columns', async () => {
    const cell = await unreadable(`${HEADER}1;01-03-2026;5,00;${'x'.repeat(1_000_000)}\n`);
    const quoted = await unreadable(`${HEADER}1;01-03-2026;5,00;"${'x'.repeat(1_000_000)}"\n`);
    const columns = await unreadable(`${HEADER}${';'.repeat(1_000_000)}1\n`);

    expect(cell.message).toContain('line 2: a cell has over 32767 characters');
    expect(quoted.message).toContain('line 2: a quote opens here');
    expect(columns.message).toContain('line 2: there are over 500 columns');
  });

  it('refuses a file that is too large', async () => {
    expect((await unreadable(new Uint8Array(100_000_001))).message).toContain('100 MB');
  });

  it.each([
    ['a spreadsheet', 'PK\u0003\u0004'],
    ['a PDF', '%PDF-1.7'],
    ['XML or a web page', '<?xml version="1.0"?><Invoice/>'],
    ['XML or a web page', '<!doctype html>'],
  ])('says that it is %s', async (words, content) => {
    expect((await unreadable(content)).message).toContain(words);
  });

  it('reads, refuses by line or refuses as a file whatever the bytes are', async () => {
    const bytes = Buffer.from(invoiceCsv({ Vervaldatum: '31-03-2026', Openstaand: '1.021,00' }));
    const spoil = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 6 }), async (spoils) => {
        const spoiled = Buffer.from(bytes);
        for (const [at, byte] of spoils) spoiled[at] = byte;
        await readAll(spoiled).catch((error: unknown) => {
          expect(error).toBeInstanceOf(FileUnreadableError);
        });
      }),
    );
  });
});

describe('the encoding of CSV files', () => {
  const csv = invoiceCsv({ Naam: 'Café Zoë €' });

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['UTF-16 LE with its mark', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['UTF-16 BE with its mark', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(csv.replace('€', '\u0080'), 'latin1')],
  ])('is recognised: %s', async (_, bytes) => {
    expect((await readOne(bytes)).invoice.debtor.name).toBe('Café Zoë €');
  });

  const half = (line: string) => Buffer.from(line, 'latin1');

  it('may not be two at once', async () => {
    const mixed = Buffer.concat([Buffer.from(csv), half('2;01-03-2026;5,00;Café\n')]);
    const error = await unreadable(mixed);

    expect(error.message).toContain('those on line 2 are');
    expect(error.details['line']).toBe(3);
  });

  it('must be what the mark says', async () => {
    const error = await unreadable(Buffer.concat([half('\u00ef\u00bb\u00bf'), half(csv)]));

    expect(error.details['line']).toBe(2);
  });

  it('must be one that we know', async () => {
    expect((await unreadable(half(`${HEADER}1;01-03-2026;5,00;Jan\u0081\n`))).details['line']).toBe(
      2,
    );
  });
});
