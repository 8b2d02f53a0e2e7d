import { describe, expect, it } from 'vitest';
import { createCsvStatements } from './csv-statements.port.ts';

const reader = createCsvStatements();
const fileOf = (text: string) => ({ name: 'x.csv', bytes: new TextEncoder().encode(text) });
const preview = (text: string, options = {}) => reader.preview!(fileOf(text), options);
const fieldsOf = (text: string, options = {}) =>
  Object.fromEntries(
    preview(text, options).columns.flatMap(({ header, field }) => (field ? [[field, header]] : [])),
  );

const TABLE = [
  'Overzicht van mijn rekening;;;;',
  'Wanneer;Hoeveel;Stand;Van;Waarover',
  '02-03-2026;1.012,50;2.012,50;P. Visser;factuur 2026-17',
  '03-03-2026;-7,00;2.005,50;Winkel;koffie en melk',
  '04-03-2026;10,00;2.015,50;J. Jansen;nota 18 met dank',
].join('\n');

describe('a table that nobody knows', () => {
  it('is guessed by what stands in it: the day, the amount that the balance follows, texts', () => {
    const read = preview(TABLE);

    expect(fieldsOf(TABLE)).toEqual({
      bookedOn: 'Wanneer',
      amount: 'Hoeveel',
      balanceAfter: 'Stand',
      name: 'Van',
      description: 'Waarover',
    });
    expect(read).toMatchObject({
      hasHeaders: true,
      namesAccount: false,
      missing: [],
      rowCount: 3,
      problemCount: 0,
      receivedCents: 102_250,
      paidCents: -700,
    });
    expect(read.rows[0]).toMatchObject({
      bookedOn: '2026-03-02',
      amountCents: 101_250,
      counterpartyName: 'P. Visser',
    });
  });

  it('is read as it was shown when a person agrees', async () => {
    const options = { columns: fieldsOf(TABLE), account: 'NL44 RABO 0123 4567 89' };
    const statements: object[] = [];
    for await (const one of reader.read(fileOf(TABLE), options)) statements.push(one);
    const [statement] = statements;

    expect(statement).toMatchObject({
      account: 'NL44RABO0123456789',
      openingCents: 100_000,
      closingCents: 201_550,
      warnings: [],
    });
  });

  it('without headers has numbers for columns', () => {
    const text =
      '2026-03-02,NL44RABO0123456789,12.50,Jansen\n2026-03-03,NL44RABO0123456789,-1.00,x\n';

    expect(preview(text).hasHeaders).toBe(false);
    expect(fieldsOf(text)).toMatchObject({ bookedOn: '1', account: '2', amount: '3' });
    expect(fieldsOf(text, { columns: { name: '4', account: '' } })).not.toHaveProperty('account');
  });

  it('names every cell that cannot be read, with row and column', () => {
    const text = 'Datum;Bedrag\n02-03-2026;abc\n31-02-2026;1,00\n03-03-2026;\n;2,00\n;\n';

    expect(preview(text).problems).toMatchObject([
      { place: { line: 2, field: 'Bedrag' }, code: 'AMOUNT_INVALID', value: 'abc' },
      { place: { line: 3, field: 'Datum' }, code: 'DAY_INVALID', value: '31-02-2026' },
      { place: { line: 4, field: 'Bedrag' }, code: 'AMOUNT_MISSING' },
      { place: { line: 5, field: 'Datum' }, code: 'DAY_MISSING' },
    ]);
    expect(preview(text).rowCount).toBe(4);
  });

  it('says what is missing when nothing looks like a day or an amount', () => {
    expect(preview('a;b;c\nx;y;z\n')).toMatchObject({ missing: ['bookedOn', 'amount'], rows: [] });
  });
});

describe('what can be read in two ways', () => {
  const both = 'Datum;Bedrag\n03/04/2026;1.250\n05/04/2026;2.500\n';

  it('is asked, and read as a person says', () => {
    const codes = new Set(preview(both).problems.map(({ code }) => code));
    const styles = { dayOrder: 'month-first', decimalMark: ',' } as const;

    expect([...codes]).toEqual(['AMOUNT_UNCLEAR']);
    expect(preview(both, { styles }).rows).toMatchObject([
      { bookedOn: '2026-03-04', amountCents: 125_000 },
      { bookedOn: '2026-05-04', amountCents: 250_000 },
    ]);
    expect(preview(both, { styles: { decimalMark: ',' } }).problems[0]?.code).toBe('DAY_UNCLEAR');
  });

  it.each([
    ['31/01/2026;1.250\n02/03/2026;7,5', '2026-03-02', 125_000],
    ['01/31/2026;1,250\n03/02/2026;7.50', '2026-03-02', 125_000],
  ])('is read as the other rows show: %s', (...[rows, day, amount]) => {
    const read = preview(`Datum;Bedrag\n${rows}\n`);

    expect(read.rows[1]?.bookedOn).toBe(day);
    expect(read.rows[0]?.amountCents).toBe(amount);
  });

  it.each([
    ['€ 12,50', 1250],
    ['12,50-', -1250],
    ['(1.012,50)', -101_250],
    ['−3', -300],
    ["1'234.50", 123_450],
    ['1\u00a0234,50 EUR', 123_450],
  ])('amounts as banks write them: %s', (...[written, amount]) => {
    const text = `Datum;Bedrag\n02-03-2026;${written}\n`;

    expect(preview(text).rows[0]?.amountCents).toBe(amount);
  });

  it.each(['-0', '0,00', '--1', '1,2,3', '12.50,', '1e3', '9999999999999,99'])(
    'no money is made of %s',
    (written) => {
      const read = preview(`Datum;Bedrag\n02-03-2026;${written}\n`);

      expect(Math.abs(read.receivedCents) + Math.abs(read.paidCents)).toBe(0);
    },
  );
});
