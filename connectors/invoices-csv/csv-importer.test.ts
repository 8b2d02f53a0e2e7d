import { describe, expect, it } from 'vitest';
import { csvImporter } from './csv-importer.ts';
import { fileOf, invoiceCsv, readAll, readOne, refusedOne } from './csv.fixtures.ts';

describe('reading invoices from CSV', () => {
  it('reads a line with all that it can hold', async () => {
    const { place, invoice, warnings } = await readOne(
      invoiceCsv({
        Vervaldatum: '31-03-2026',
        Openstaand: '€ 21,00',
        Debiteurnummer: '10202',
        'Soort (particulier/zakelijk)': 'zakelijk',
        'T.a.v.': 'M. Mulder',
        'E-mail': 'mulder@korenaar.example',
        Telefoon: '038-1234567',
        Mobiel: '+31 6 12345678',
        Taal: 'Nederlands',
        Adres: 'Molenweg 4a',
        Postcode: '8011 AB',
        Plaats: 'Zwolle',
        Land: 'Nederland',
        KvK: '12345678',
        'BTW-nummer': 'NL001234567B01',
        IBAN: 'NL91 ABNA 0417 1643 00',
        Omschrijving: 'Meel, maart',
        Betalingskenmerk: '5000 0000 0000 0041',
      }),
    );

    expect(place).toEqual({ line: 2 });
    expect(warnings).toEqual([]);
    expect(invoice).toEqual({
      kind: 'invoice',
      number: '2026-0041',
      invoicedOn: '2026-03-01',
      dueOn: '2026-03-31',
      currency: 'EUR',
      totalCents: 12_100,
      openCents: 2100,
      correctsNumber: null,
      description: 'Meel, maart',
      paymentReference: '5000000000000041',
      documents: [],
      debtor: {
        number: '10202',
        kind: 'business',
        name: 'Bakkerij Korenaar',
        attention: 'M. Mulder',
        email: 'mulder@korenaar.example',
        phone: '038-1234567',
        mobile: '+31 6 12345678',
        language: 'nl',
        invoiceAddress: {
          street: 'Molenweg 4a',
          houseNumber: null,
          postcode: '8011 AB',
          city: 'Zwolle',
          country: 'NL',
        },
        correspondenceAddress: null,
        companyNumber: '12345678',
        vatNumber: 'NL001234567B01',
        iban: 'NL91ABNA0417164300',
        remarks: null,
      },
    });
  });

  it('reads English headers with commas, decimal points and ISO days', async () => {
    const { invoice } = await readOne(
      'Invoice No.,Invoice Date,Due Date,Total Amount,Customer Name,Country\n' +
        '41,2026-03-01,2026-03-31,"1,234.50","Visser, Lotte",Germany\n',
    );

    expect(invoice).toMatchObject({
      number: '41',
      dueOn: '2026-03-31',
      totalCents: 123_450,
      debtor: { name: 'Visser, Lotte', invoiceAddress: { country: 'DE' } },
    });
  });

  it('reads debtors when there are only columns of debtors', async () => {
    const items = await readAll(
      'debiteurnummer;voornaam;tussenvoegsel;achternaam;soort\n7;Lotte;de;Visser;particulier\n',
    );

    expect(items).toMatchObject([
      { place: { line: 2 }, debtor: { number: '7', name: 'Lotte de Visser', kind: 'consumer' } },
    ]);
  });

  it('takes a negative amount for a credit note, and a kind that says so', async () => {
    const negative = await readOne(invoiceCsv({ Bedrag: '-50,00', Openstaand: '-20,00' }));
    const stated = await readOne(
      invoiceCsv({ Bedrag: '50,00', Factuursoort: 'Creditnota', 'Credit van': '2026-0007' }),
    );

    expect(negative.invoice).toMatchObject({
      kind: 'credit-note',
      totalCents: 5000,
      openCents: 2000,
    });
    expect(stated.invoice).toMatchObject({ kind: 'credit-note', correctsNumber: '2026-0007' });
  });

  it('reads a column “soort” that is about the document', async () => {
    const { invoice } = await readOne(invoiceCsv({ Soort: 'creditnota' }));

    expect(invoice).toMatchObject({ kind: 'credit-note', debtor: { kind: null } });
  });

  it('warns of a due day before the invoice day', async () => {
    const { warnings } = await readOne(invoiceCsv({ Vervaldatum: '01-02-2026' }));

    expect(warnings).toEqual([
      'Line 2, Vervaldatum 2026-02-01 is before the invoice date 2026-03-01.',
    ]);
  });
});

describe('lines that are no invoice for us', () => {
  it.each([
    ['NUMBER_MISSING', 'Factuurnummer', { Factuurnummer: '' }],
    ['CELL_SHORTENED', 'Factuurnummer', { Factuurnummer: '2,026E+11' }],
    ['DATE_MISSING', 'Factuurdatum', { Factuurdatum: '' }],
    ['DATE_INVALID', 'Factuurdatum', { Factuurdatum: '30-02-2026' }],
    ['DATE_INVALID', 'Vervaldatum', { Vervaldatum: 'eind maart' }],
    ['AMOUNT_MISSING', 'Bedrag', { Bedrag: ' ' }],
    ['AMOUNT_INVALID', 'Bedrag', { Bedrag: 'twaalf' }],
    ['AMOUNT_ZERO', 'Bedrag', { Bedrag: '0,00' }],
    ['OPEN_CONTRADICTS', 'Openstaand', { Openstaand: '122,00' }],
    ['OPEN_CONTRADICTS', 'Openstaand', { Openstaand: '-1,00' }],
    ['CURRENCY_UNKNOWN', 'Valuta', { Valuta: 'EURO' }],
    ['CURRENCY_CONTRADICTS', 'Valuta', { Valuta: 'USD', Bedrag: '€ 5,00' }],
    ['DEBTOR_NAME_MISSING', 'Naam', { Naam: '' }],
    ['KIND_UNKNOWN', 'Soort', { Soort: 'vereniging' }],
    ['CELL_TOO_LONG', 'Naam', { Naam: 'x'.repeat(251) }],
    ['CELL_INVALID', 'Naam', { Naam: 'Jan\u0007sen' }],
  ])('refuses with %s at column %s', async (code, field, cells) => {
    const refused = await refusedOne(invoiceCsv(cells));

    expect(refused).toMatchObject({ code, place: { line: 2, field } });
    expect(refused.message).toContain(field);
  });

  it('refuses a line with another number of columns, and reads the others', async () => {
    const items = await readAll(
      `${invoiceCsv()}short;line\n${invoiceCsv().split('\n')[1]};extra\n`,
    );

    expect(items).toMatchObject([
      { invoice: { number: '2026-0041' } },
      { place: { line: 3 }, refused: { code: 'COLUMN_COUNT' } },
      { place: { line: 4 }, refused: { message: 'This line has 5 columns and the headers 4.' } },
    ]);
  });

  it('accepts empty columns at the end, as spreadsheets write them', async () => {
    expect(await readOne(invoiceCsv().replaceAll('\n', ';;\n'))).toMatchObject({
      invoice: { number: '2026-0041' },
    });
  });

  it('leaves out contact details that cannot be right, with a warning', async () => {
    const { invoice, warnings } = await readOne(
      invoiceCsv({ 'E-mail': 'bel mij', Telefoon: 'x', IBAN: 'NL00', Land: 'Narnia', Taal: '??' }),
    );

    expect(invoice.debtor).toMatchObject({ email: null, phone: null, iban: null, language: null });
    expect(invoice.debtor.invoiceAddress).toBeNull();
    expect(warnings).toHaveLength(5);
    expect(warnings[0]).toContain('Line 2, E-mail “bel mij”');
  });
});

describe('formulas in cells', () => {
  it('stay plain text in a name, with a warning, and braces too', async () => {
    const name = '=HYPERLINK(A1) {{ 7*7 }}';
    const { invoice, warnings } = await readOne(invoiceCsv({ Naam: name }));

    expect(invoice.debtor.name).toBe(name);
    expect(warnings).toEqual([`Line 2, Naam “${name}” begins like a formula; kept as plain text.`]);
  });

  it.each([
    ['Factuurnummer', '=1+1', 'CELL_FORMULA'],
    ['Factuurnummer', '@SUM(A1)', 'CELL_FORMULA'],
    ['Bedrag', '=A1*2', 'AMOUNT_INVALID'],
    ['Bedrag', '-1+2', 'AMOUNT_INVALID'],
    ['Bedrag', '@A1', 'AMOUNT_INVALID'],
    ['Factuurdatum', '=TODAY()', 'DATE_INVALID'],
    ['Betalingskenmerk', '-5+5', 'CELL_FORMULA'],
  ])('are refused in %s: %s', async (field, text, code) => {
    expect(await refusedOne(invoiceCsv({ [field]: text }))).toMatchObject({
      code,
      place: { line: 2, field },
    });
  });

  it('are not what a Belgian payment reference is', async () => {
    const { invoice } = await readOne(invoiceCsv({ Betalingskenmerk: '+++090/9337/55493+++' }));

    expect(invoice.paymentReference).toBe('+++090/9337/55493+++');
  });
});

describe('recognising CSV', () => {
  it('goes by headers first, then by the name of the file', () => {
    expect(csvImporter.recognise(fileOf(invoiceCsv(), 'export.txt'))).toBe(0.9);
    expect(csvImporter.recognise(fileOf('a;b\n1;2', 'x.csv'))).toBe(0.3);
    expect(csvImporter.recognise(fileOf('a;b\n1;2', 'x.txt'))).toBe(0);
    expect(csvImporter.recognise(fileOf('<Invoice/>', 'x.xml'))).toBe(0);
  });

  it('is not misled by a letter at the end of what it looks at', () => {
    const long = invoiceCsv() + 'é;é;é;é\n'.repeat(20_000);

    expect(csvImporter.recognise(fileOf(long, 'x.txt'))).toBe(0.9);
    const wide = Buffer.from(`\ufeff${long}`, 'utf16le');
    expect(csvImporter.recognise(fileOf(wide, 'x.txt'))).toBe(0.9);
  });
});
