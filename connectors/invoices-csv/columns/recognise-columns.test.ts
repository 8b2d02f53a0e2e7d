import { describe, expect, it } from 'vitest';
import { fileOf, readAll, readOne } from '../csv.fixtures.ts';
import { FIELDS, fieldOf } from './fields.ts';
import { previewColumns } from './preview-columns.ts';

const ROW = '41;01-03-2026;5,00;Jansen';

describe('recognising columns', () => {
  it('knows each header for one field only', () => {
    const all = Object.entries(FIELDS).flatMap(([field, { nl, en }]) =>
      [...nl, ...en].map((name) => [field, fieldOf(name)?.field] as const),
    );

    expect(all.filter(([field, found]) => field !== found)).toEqual([]);
  });

  it.each([
    ['Factuur nr.', 'invoiceNumber'],
    ['BEDRAG (€)', 'total'],
    ['Bedrag incl. BTW', 'total'],
    ['E-mailadres', 'email'],
    ['T.a.v.', 'attention'],
    ['BTW-nummer', 'vatNumber'],
    ['Invoice_Date', 'invoicedOn'],
    ['Amount due', 'open'],
  ])('takes “%s” for %s', (header, field) => {
    expect(fieldOf(header)?.field).toBe(field);
  });

  it('takes the most precise of several headers for one field', async () => {
    const { invoice } = await readOne(
      'Factuurnummer;Datum;Factuurdatum;Bedrag;Bedrag incl. btw;Naam\n1;02-03-2026;01-03-2026;100,00;121,00;Jansen\n',
    );

    expect(invoice).toMatchObject({ invoicedOn: '2026-03-01', totalCents: 12_100 });
  });

  it('lets a mapping go first, and leave a field without column', async () => {
    const { invoice } = await readOne(
      'Nota;Datum;Waarde;Wie;Land\n41;01-03-2026;5,00;Jansen;Hier\n',
      { columns: { invoiceNumber: 'Nota', total: 'waarde', name: 'Wie', country: '' } },
    );

    expect(invoice).toMatchObject({
      number: '41',
      totalCents: 500,
      debtor: { name: 'Jansen', invoiceAddress: null },
    });
  });

  it.each([
    ['no column “Totaal”', { total: 'Totaal' }],
    ['“price” is no field', { price: 'Bedrag' }],
    ['“constructor” is no field', { constructor: 'Bedrag' }],
  ])('refuses a mapping: %s', async (words, columns) => {
    await expect(readAll(`Factuurnummer;Datum;Bedrag;Naam\n${ROW}\n`, { columns })).rejects.toThrow(
      words,
    );
  });

  it('refuses a column that is there twice', async () => {
    await expect(readAll(`Factuurnummer;Datum;Bedrag;Naam;naam\n${ROW};X\n`)).rejects.toThrow(
      'the column “Naam” (name) is there twice',
    );
  });

  it.each([
    [';', ROW],
    [',', '41,01-03-2026,"5,00",Jansen'],
    ['\t', ROW.replaceAll(';', '\t')],
    ['|', ROW.replaceAll(';', '|')],
  ])('finds the delimiter %j', async (delimiter, row) => {
    const header = ['Factuurnummer', '"Datum, lang; of kort"', 'Bedrag', 'Naam'].join(delimiter);
    const options = { columns: { invoicedOn: 'Datum, lang; of kort' } };

    expect((await readOne(`${header}\n${row}\n`, options)).invoice.totalCents).toBe(500);
  });

  it('follows the delimiter that a spreadsheet declares', async () => {
    const { place } = await readOne(`sep=;\r\nFactuurnummer;Datum;Bedrag;Naam\r\n${ROW}\r\n`);

    expect(place).toEqual({ line: 3 });
  });
});

describe('previewColumns', () => {
  it('shows what was recognised, with samples, and what is missing', () => {
    const preview = previewColumns(fileOf('Factuurnummer;Kleur;Naam\n1;rood;Jansen\n2;;Visser\n'));

    expect(preview).toEqual({
      encoding: 'utf-8',
      delimiter: ';',
      holds: 'invoices',
      columns: [
        { header: 'Factuurnummer', field: 'invoiceNumber', samples: ['1', '2'] },
        { header: 'Kleur', field: null, samples: ['rood'] },
        { header: 'Naam', field: 'name', samples: ['Jansen', 'Visser'] },
      ],
      missing: ['invoicedOn', 'total'],
    });
  });
});
