import { FileUnreadableError } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceXml, readAll } from '../ubl.fixtures.ts';

async function unreadable(content: string | Uint8Array): Promise<FileUnreadableError> {
  try {
    await readAll(content);
  } catch (error) {
    if (error instanceof FileUnreadableError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

describe('UBL files that cannot be read', () => {
  it('says that an empty file is empty', async () => {
    expect((await unreadable('')).message).toContain('empty');
    expect((await unreadable(' \n')).message).toContain('empty');
    expect((await unreadable('<?xml version="1.0"?>')).message).toMatch(/element|correct XML/);
  });

  it('names line and element where a truncated file stops', async () => {
    const whole = invoiceXml();
    const error = await unreadable(whole.slice(0, whole.indexOf('2026-03-01')));

    expect(error.details).toMatchObject({
      line: 4,
      field: 'IssueDate',
      path: '/Invoice/IssueDate',
    });
    expect(error.message).toContain('correct XML');
  });

  it('refuses a file truncated at any place without crashing', async () => {
    const whole = invoiceXml();
    for (let length = 0; length < whole.length - 1; length += 7) {
      expect(await unreadable(whole.slice(0, length))).toBeInstanceOf(FileUnreadableError);
    }
  });

  it('refuses an entity bomb before it grows', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
    const error = await unreadable(invoiceXml({ head: bomb, id: '<cbc:ID>&b;</cbc:ID>' }));

    expect(error.message).toContain('DOCTYPE');
  });

  it('refuses an outside entity', async () => {
    const head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

    expect((await unreadable(invoiceXml({ head, id: '<cbc:ID>&e;</cbc:ID>' }))).message).toContain(
      'DOCTYPE',
    );
    expect((await unreadable(invoiceXml({ id: '<cbc:ID>&e;</cbc:ID>' }))).details).toMatchObject({
      line: 3,
      field: 'ID',
    });
  });

  it('refuses deep nesting', async () => {
    const rest = '<cac:A>'.repeat(100_000);

    expect((await unreadable(invoiceXml({ rest }))).message).toContain('nested over 60 deep');
  });

  it('refuses more elements and attributes than an invoice has', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `a${at}="1"`).join(' ');

    expect((await unreadable(invoiceXml({ rest: '<cac:A/>'.repeat(150_000) }))).message).toContain(
      'over 1',
    );
    expect((await unreadable(invoiceXml({ rest: `<cac:A ${many}/>` }))).message).toContain(
      'attributes',
    );
  });

  it('refuses a file that is too large', async () => {
    expect((await unreadable(new Uint8Array(25_000_001))).message).toContain('25 MB');
  });

  it('refuses a null byte and says where', async () => {
    expect((await unreadable(invoiceXml({ id: '<cbc:ID>a\0b</cbc:ID>' }))).details).toMatchObject({
      line: 3,
      field: 'ID',
    });
  });

  it('refuses a customer name of a megabyte', async () => {
    const customer = `<cac:PartyName><cbc:Name>${'x'.repeat(1_000_000)}</cbc:Name></cac:PartyName>`;

    expect(await readAll(invoiceXml({ customer }))).toMatchObject([
      { refused: { code: 'DEBTOR_NAME_MISSING', message: expect.stringContaining('over 250') } },
    ]);
  });
});

describe('spoiled UBL files', () => {
  it('are read, refused as a document or refused as a file, whatever the bytes are', async () => {
    const bytes = Buffer.from(invoiceXml({ due: '<cbc:DueDate>2026-03-31</cbc:DueDate>' }));
    const spoil = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 5 }), async (spoils) => {
        const spoiled = Buffer.from(bytes);
        for (const [at, byte] of spoils) spoiled[at] = byte;
        await readAll(spoiled).catch((error: unknown) => {
          expect(error).toBeInstanceOf(FileUnreadableError);
        });
      }),
    );
  });
});

describe('the encoding of UBL files', () => {
  const customer = '<cac:PartyName><cbc:Name>Café Zoë</cbc:Name></cac:PartyName>';
  const declared = (encoding: string) =>
    invoiceXml({ customer, head: `<?xml version="1.0" encoding="${encoding}"?>` });

  it('names the line where letters are not the UTF-8 they should be', async () => {
    const error = await unreadable(Buffer.from(declared('UTF-8'), 'latin1'));

    expect(error.details['line']).toBe(7);
    expect(error.message).toContain('utf-8');
  });

  it.each([
    ['ISO-8859-1', 'the letters are UTF-8'],
    ['US-ASCII', 'do not fit'],
    ['UTF-16', 'but is not'],
    ['klingon', 'unknown'],
  ])('refuses UTF-8 letters declared as %s', async (encoding, words) => {
    expect((await unreadable(declared(encoding))).message).toContain(words);
  });

  it('refuses a byte order mark that contradicts the declaration', async () => {
    expect((await unreadable(`\ufeff${declared('ISO-8859-1')}`)).message).toContain(
      'starts as utf-8',
    );
  });
});
