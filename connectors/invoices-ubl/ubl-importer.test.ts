import { describe, expect, it } from 'vitest';
import { fileOf, invoiceXml, payable, readAll, readOne, refusedOne, ubl } from './ubl.fixtures.ts';
import { ublImporter } from './ubl-importer.ts';

describe('reading an invoice from UBL', () => {
  it('reads number, days, amount and debtor, and says where the document stands', async () => {
    const due = '<cbc:DueDate>2026-03-31</cbc:DueDate>';

    const { place, invoice, warnings } = await readOne(invoiceXml({ due }));

    expect(invoice).toMatchObject({
      kind: 'invoice',
      number: '2026-0041',
      invoicedOn: '2026-03-01',
      dueOn: '2026-03-31',
      currency: 'EUR',
      totalCents: 12_100,
      openCents: null,
      debtor: { name: 'Bakkerij Korenaar', kind: null },
    });
    expect(place).toEqual({ line: 2, field: 'Invoice', path: '/Invoice' });
    expect(warnings).toEqual([]);
  });

  it('takes the due day from the payment means, the first one of several', async () => {
    const means = (day: string) =>
      `<cac:PaymentMeans><cbc:PaymentDueDate>${day}</cbc:PaymentDueDate></cac:PaymentMeans>`;

    const { invoice } = await readOne(
      invoiceXml({ rest: means('2026-05-01') + means('2026-04-01') }),
    );

    expect(invoice.dueOn).toBe('2026-04-01');
  });

  it('warns of a due day before the invoice day', async () => {
    const { warnings } = await readOne(
      invoiceXml({ due: '<cbc:DueDate>2026-02-01</cbc:DueDate>' }),
    );

    expect(warnings).toEqual(['The due date 2026-02-01 is before the invoice date 2026-03-01.']);
  });

  it('leaves out the spaces of a structured payment reference, not of a free one', async () => {
    const reference = async (text: string) =>
      (
        await readOne(
          invoiceXml({
            rest: `<cac:PaymentMeans><cbc:PaymentID>${text}</cbc:PaymentID></cac:PaymentMeans>`,
          }),
        )
      ).invoice.paymentReference;

    expect(await reference('5000 0000 0000 0041')).toBe('5000000000000041');
    expect(await reference('RF18 5390 0754 7034')).toBe('RF18539007547034');
    expect(await reference('Deb. 7 / fact. 41')).toBe('Deb. 7 / fact. 41');
  });

  it('reads a document inside the envelope of Peppol', async () => {
    const envelope = `<StandardBusinessDocument xmlns="urn:envelope"><StandardBusinessDocumentHeader/>${invoiceXml({ head: '' })}</StandardBusinessDocument>`;

    expect((await readOne(envelope)).invoice.number).toBe('2026-0041');
  });

  it('reads an ISO-8859-1 file that says so', async () => {
    const head = '<?xml version="1.0" encoding="ISO-8859-1"?>';
    const customer = '<cac:PartyName><cbc:Name>Café Zoë</cbc:Name></cac:PartyName>';

    const bytes = Buffer.from(invoiceXml({ head, customer }), 'latin1');

    expect((await readOne(bytes)).invoice.debtor.name).toBe('Café Zoë');
  });

  it('reads a UTF-16 file', async () => {
    const head = '\ufeff<?xml version="1.0" encoding="UTF-16"?>';

    expect((await readOne(Buffer.from(invoiceXml({ head }), 'utf16le'))).invoice.number).toBe(
      '2026-0041',
    );
  });
});

describe('credit notes', () => {
  const reference = (number: string) =>
    `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${number}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`;

  it('names the invoice that is credited', async () => {
    const { invoice } = await readOne(ubl('CreditNote', { rest: reference('2026-0007') }));

    expect(invoice).toMatchObject({
      kind: 'credit-note',
      totalCents: 12_100,
      correctsNumber: '2026-0007',
    });
  });

  it('names none when several are credited, and warns', async () => {
    const item = await readOne(ubl('CreditNote', { rest: reference('A1') + reference('A2') }));

    expect(item.invoice.correctsNumber).toBeNull();
    expect(item.warnings).toEqual(['Several invoices are corrected: “A1”, “A2”.']);
  });

  it('is what a negative invoice becomes, with a warning', async () => {
    const item = await readOne(invoiceXml({ totals: payable('-50.00'), rest: reference('A1') }));

    expect(item.invoice).toMatchObject({
      kind: 'credit-note',
      totalCents: 5000,
      correctsNumber: 'A1',
    });
    expect(item.warnings).toEqual(['This invoice has a negative amount; read as a credit note.']);
  });

  it('refuses a negative credit note, because it is unclear who owes whom', async () => {
    const refused = await refusedOne(ubl('CreditNote', { totals: payable('-50.00') }));

    expect(refused.code).toBe('CREDIT_NEGATIVE');
  });

  it('is what an Invoice with the type code of a credit note becomes', async () => {
    const item = await readOne(
      invoiceXml({ rest: '<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>' }),
    );

    expect(item.invoice.kind).toBe('credit-note');
    expect(item.warnings).toHaveLength(1);
  });
});

describe('documents that are no invoice for us', () => {
  it.each([
    ['NUMBER_MISSING', 'ID', { id: '<cbc:ID> </cbc:ID>' }],
    ['DATE_MISSING', 'IssueDate', { issued: '' }],
    ['DATE_INVALID', 'IssueDate', { issued: '<cbc:IssueDate>2026-02-29</cbc:IssueDate>' }],
    ['DATE_INVALID', 'DueDate', { due: '<cbc:DueDate>31-03-2026</cbc:DueDate>' }],
    ['DEBTOR_NAME_MISSING', 'RegistrationName', { customer: '' }],
    ['AMOUNT_MISSING', 'PayableAmount', { totals: '' }],
    ['AMOUNT_ZERO', 'PayableAmount', { totals: payable('0.00') }],
    ['AMOUNT_INVALID', 'PayableAmount', { totals: payable('1.234,50') }],
    ['CURRENCY_MISSING', 'DocumentCurrencyCode', { currency: '', totals: payable('1', '') }],
    [
      'CURRENCY_UNKNOWN',
      'DocumentCurrencyCode',
      { currency: '<cbc:DocumentCurrencyCode>EUS</cbc:DocumentCurrencyCode>' },
    ],
    ['CURRENCY_CONTRADICTS', 'PayableAmount', { totals: payable('121.00', 'USD') }],
    ['ELEMENT_CONTRADICTS', 'ID', { id: '<cbc:ID>A</cbc:ID><cbc:ID>B</cbc:ID>' }],
    [
      'NOT_AN_INVOICE',
      'InvoiceTypeCode',
      { rest: '<cbc:InvoiceTypeCode>325</cbc:InvoiceTypeCode>' },
    ],
  ])('refuses with %s at %s', async (code, field, parts) => {
    const refused = await refusedOne(invoiceXml(parts));

    expect(refused).toMatchObject({ code, place: { field } });
    expect(refused.place.line).toBeGreaterThan(0);
    expect(refused.message).toMatch(/\.$/);
  });

  it('names everything that is wrong at once', async () => {
    const { message } = await refusedOne(invoiceXml({ id: '', issued: '', totals: '' }));

    expect(message).toContain('number');
    expect(message).toContain('date');
    expect(message).toContain('PayableAmount');
  });
});

describe('recognising UBL', () => {
  it('is certain of UBL, unsure of other invoice XML and not interested in a table', async () => {
    expect(ublImporter.recognise(fileOf(invoiceXml()))).toBe(1);
    expect(ublImporter.recognise(fileOf('<rsm:CrossIndustryInvoice xmlns:rsm="u"/>'))).toBe(0.5);
    expect(ublImporter.recognise(fileOf('factuurnummer;bedrag\n1;2'))).toBe(0);
  });

  it.each([
    ['a CII invoice', '<r:CrossIndustryInvoice xmlns:r="u"/>'],
    ['a set of tests', '<testSet xmlns="u"/>'],
    ['a UBL Order', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'],
    ['not of UBL 2', '<Invoice/>'],
    ['starts with <html>', '<html/>'],
    ['a PDF with a ZUGFeRD', '%PDF-1.7 (factur-x.xml)'],
    ['a zip file', 'PK\u0003\u0004'],
  ])('says that it is %s', async (words, content) => {
    await expect(readAll(content)).rejects.toThrow(words);
  });
});
