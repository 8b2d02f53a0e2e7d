import { readFileSync } from 'node:fs';
import { FileUnreadableError } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvStatements } from './csv-statements.port.ts';
import { wholeStatement } from '@inning/sdk/bank';
import { type CsvSettings, readCsv } from './read-csv.ts';

const NO_SETTINGS: CsvSettings = { account: '', columns: {} };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, settings: Partial<CsvSettings> = {}, options = {}) =>
  [
    ...readCsv({ name: 'x.csv', bytes: bytesOf(text) }, { ...NO_SETTINGS, ...settings }, options),
  ].map(wholeStatement);

function readFixture(name: string) {
  const file = { name, bytes: readFileSync(new URL(`./fixtures/${name}`, import.meta.url)) };
  expect(csvStatements.recognise(file)).toBe(0.95);
  return [...readCsv(file, NO_SETTINGS)].map(wholeStatement);
}

describe('the tables of the banks', () => {
  it('ING: newest first, quotes in names, labels in the text, balances that follow', () => {
    const [statement] = readFixture('ing.csv');

    expect(statement).toMatchObject({
      format: 'CSV',
      account: 'NL20INGB0001234567',
      openingCents: 0,
      openingOn: '2026-03-02',
      closingCents: 118_725,
      closingOn: '2026-03-03',
      warnings: [],
    });
    expect(statement?.lines).toMatchObject([
      { amountCents: 110_000, description: 'Factuur 2026-0017', typeCode: 'GT' },
      { amountCents: -1275, counterpartyName: 'Albert "Appie" BV', counterpartyAccount: null },
      {
        bookedOn: '2026-03-03',
        amountCents: 10_000,
        counterpartyName: 'P. Visser',
        counterpartyAccount: 'NL02ABNA0123456789',
        description: 'nota 18',
        endToEndId: 'E-18',
      },
    ]);
  });

  it('Rabobank: several accounts in one table, each a statement', () => {
    const [first, second] = readFixture('rabobank.csv');

    expect(first).toMatchObject({ openingCents: 10_000, closingCents: 17_950, warnings: [] });
    expect(first?.lines).toMatchObject([
      {
        counterpartyBic: 'INGBNL2A',
        endToEndId: 'FACT-17',
        transactionId: '000000000000007001',
        description: 'Factuur 2026-0017 met dank',
      },
      { mandateId: 'MND-3', returnReason: 'AM04', isReversal: true },
    ]);
    expect(second).toMatchObject({ account: 'NL13RABO0987654321', closingCents: 2000 });
    expect(second?.lines).toMatchObject([{ structuredReference: '9001123412341234' }]);
  });

  it('Knab: a title above the headers, a word for the direction, no balances', () => {
    const [statement] = readFixture('knab.csv');

    expect(statement?.lines).toMatchObject([
      { amountCents: 1250, description: 'nota 12; dank', transactionId: 'C6C02PGT001200JA' },
      { amountCents: -500 },
    ]);
    expect(statement?.warnings.map(({ code }) => code)).toEqual(['BALANCES_MISSING']);
  });

  it.each([
    ['abn-amro.tab', '123456789', [1250, -1250], [10_000, 10_000]],
    ['triodos.csv', 'NL34TRIO0123456789', [101_250, -1250], [0, 100_000]],
    ['sns.csv', 'NL51SNSB0112233440', [1250, -500], [null, null]],
    ['bunq.csv', 'NL10BUNQ2290325473', [-3450, 125_000], [null, null]],
  ])('%s', (...[name, account, amounts, [opening, closing]]) => {
    const [statement] = readFixture(name);

    expect(statement).toMatchObject({ account, openingCents: opening, closingCents: closing });
    expect(statement?.lines.map(({ amountCents }) => amountCents)).toEqual(amounts);
  });
});

describe('the text of ABN AMRO', () => {
  it('has codes between slashes; what the payer typed is not believed', () => {
    expect(readFixture('abn-amro.tab')[0]?.lines[0]).toMatchObject({
      counterpartyName: 'P. Visser',
      counterpartyAccount: 'NL20INGB0001234567',
      counterpartyBic: 'INGBNL2A',
      description: 'nota 12',
      endToEndId: 'E-12',
    });
  });
});

describe('recognising', () => {
  const sureOf = (text: string) => csvStatements.recognise({ name: 'x.csv', bytes: bytesOf(text) });

  it('leaves tables of invoices to others, and claims any table a little', () => {
    const invoices =
      'Factuurnummer;Datum;Bedrag;Valuta;Naam;IBAN;Omschrijving;Betalingskenmerk\n1;2026-03-02;1,00;EUR;x;;y;z\n';

    expect(sureOf(invoices)).toBeLessThan(0.3);
    expect(sureOf('a;b;c\n1;2;3\n')).toBe(0.05);
    expect(sureOf('no table')).toBe(0);
  });
});

describe('a table of anyone else', () => {
  const TABLE = 'Wanneer;Hoeveel;Wie\n02-03-2026;12,50;P. Visser\n03-03-2026;-7,00;Winkel\n';
  const columns = { bookedOn: 'Wanneer', amount: 'hoeveel', name: 'Wie' };

  it('is read with a mapping, of the settings or asked for, and an account', () => {
    const [statement] = read(TABLE, { account: 'NL44RABO0123456789', columns });

    expect(statement).toMatchObject({ account: 'NL44RABO0123456789', currency: 'EUR' });
    expect(statement?.lines).toMatchObject([
      { bookedOn: '2026-03-02', amountCents: 1250, counterpartyName: 'P. Visser' },
      { amountCents: -700 },
    ]);
    expect(read(TABLE, {}, { columns, allowsParts: true })[0]?.warnings).toMatchObject([
      { code: 'BALANCES_MISSING' },
      { code: 'ACCOUNT_MISSING' },
    ]);
  });

  it.each([
    ['without a mapping', TABLE, {}, /line 1: No column is known for bookedOn and amount/],
    ['with a wrong mapping', TABLE, { amount: 'Bedrag' }, /There is no column “Bedrag”/],
    ['with an unknown field', TABLE, { sum: 'Wie' }, /“sum” is no field/],
    ['without an account', TABLE, columns, /line 2: No column says of which account/],
    [
      'with a wrong amount',
      TABLE.replace('12,50', '12,505'),
      columns,
      /line 2, field Hoeveel: “12,505”/,
    ],
    [
      'with an unclear amount',
      TABLE.replace('12,50', '1.250').replace('-7,00', '-7'),
      columns,
      /can be 1250 or a fraction/,
    ],
    ['with a wrong day', TABLE.replace('02-03', '32-03'), columns, /line 2, field Wanneer/],
    ['with an unclear day', TABLE.replace('02-03-', '02/03/'), columns, /may be read in two ways/],
    ['with an open quote', TABLE.replace('12,50', '"12,50'), columns, /line 2: A quote is opened/],
    ['that is empty', 'Wanneer;Hoeveel\n', columns, /./],
    ['that goes on without text', TABLE + '\n'.repeat(100_002), columns, /only empty rows/],
  ])('is refused %s', (...[, text, mapping, problem]) => {
    expect(() => read(text, { columns: mapping })).toThrow(problem);
  });

  it('that was changed anywhere is read or refused, and says when balances do not follow', () => {
    const good = readFileSync(new URL('./fixtures/ing.csv', import.meta.url), 'utf8');
    const change = fc.tuple(fc.nat({ max: good.length }), fc.nat({ max: 9 }), fc.string());

    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = good;
        for (const [at, length, put] of changes) {
          text = text.slice(0, at) + put + text.slice(at + length);
        }
        try {
          for (const { openingCents, closingCents, lines, warnings } of read(text)) {
            const sum = lines.reduce((all, { amountCents }) => all + amountCents, 0);
            if (closingCents! - openingCents! !== sum) expect(warnings).not.toEqual([]);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FileUnreadableError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
