import { describe, expect, it } from 'vitest';
import { invoiceXml, readOne } from '../ubl.fixtures.ts';

const PDF = Buffer.from('%PDF-1.7\nan invented page').toString('base64');

const attached = (base64: string, attributes: string) =>
  readOne(
    invoiceXml({
      rest: `<cac:AdditionalDocumentReference><cbc:ID>bijlage 1</cbc:ID><cac:Attachment>
        <cbc:EmbeddedDocumentBinaryObject ${attributes}>${base64}</cbc:EmbeddedDocumentBinaryObject>
        </cac:Attachment></cac:AdditionalDocumentReference>`,
    }),
  );

describe('the attachments of a UBL invoice', () => {
  it('keeps an embedded PDF byte for byte, also when its base64 is cut in lines', async () => {
    const lines = PDF.replace(/.{10}/g, '$&\n');
    const { invoice } = await attached(lines, 'mimeCode="application/pdf" filename="factuur.pdf"');

    const [document] = invoice.documents;
    expect(document).toMatchObject({ name: 'factuur.pdf', mediaType: 'application/pdf' });
    expect(Buffer.from(document!.bytes).toString('base64')).toBe(PDF);
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\factuur.pdf', 'factuur.pdf'],
    ['..', 'bijlage 1.pdf'],
    ['', 'bijlage 1.pdf'],
    ['a&#10;b.pdf', 'ab.pdf'],
  ])('makes a safe name of %j', async (given, name) => {
    const { invoice } = await attached(PDF, `mimeCode="application/pdf" filename="${given}"`);

    expect(invoice.documents.map((document) => document.name)).toEqual([name]);
  });

  it.each([
    ['is not application/pdf', Buffer.from('MZ\u0090').toString('base64'), 'application/pdf'],
    ['not correct base64', 'a*b', 'application/pdf'],
    ['not allowed', PDF, 'application/x-msdownload'],
    ['not allowed', PDF, 'constructor'],
  ])('leaves out with a warning what %s', async (words, base64, type) => {
    const { invoice, warnings } = await attached(base64, `mimeCode="${type}" filename="x.pdf"`);

    expect(invoice.documents).toEqual([]);
    expect(warnings.join()).toContain(words);
  });
});
