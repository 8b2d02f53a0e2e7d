import { describe, expect, it } from 'vitest';
import { mt940Text, readLines, readText } from './fixtures/build-mt940.ts';

const LINE = ':61:2603020302C12,50NTRFNONREF\n:86:nota 1';
const messagesOf = (lines: string) => readLines(lines).warnings.map(({ message }) => message);

describe('a statement line', () => {
  it.each([
    ['C12,50NTRFNONREF', 1250],
    ['D12,5N654NONREF', -1250],
    ['CR300,NTRFNONREF', 30_000],
    ['RC204,88NRTINONREF', -20_488],
    ['RD204,88NRTINONREF', 20_488],
    ['DR 7,00 NRTIKREF+', null],
    ['DR7,00 NRTIKREF+', -700],
    ['d1,01N946NONREF', -101],
    ['D20,00NONREF', -2000],
  ])('%s is worth %s cents', (line, amountCents) => {
    const read = () => readLines(`:61:2603020302${line}`).lines[0]?.amountCents;

    if (amountCents === null) expect(read).toThrow('not a statement line');
    else expect(read()).toBe(amountCents);
  });

  it('is a reversal when it takes back an earlier line', () => {
    const { lines } = readLines(':61:260302RC1,00NTRFNONREF\n:61:260302C1,00NTRFNONREF');

    expect(lines.map(({ isReversal }) => isReversal)).toEqual([true, false]);
  });

  it('has its entry day in the year nearest to its value day', () => {
    const { lines } = readLines(
      ':61:2601011229C1,00NTRFNONREF\n:61:2512290102C1,00NTRFNONREF\n:61:260302    C1,00NTRFNONREF',
    );

    expect(lines).toMatchObject([
      { bookedOn: '2025-12-29', valueOn: '2026-01-01' },
      { bookedOn: '2026-01-02', valueOn: '2025-12-29' },
      { bookedOn: '2026-03-02', valueOn: '2026-03-02' },
    ]);
  });

  it('reads the 30th of February of German banks as its last day, and says so', () => {
    const line = ':61:2602300301D6,00NTRFNONREF';

    expect(readLines(line).lines).toMatchObject([
      { valueOn: '2026-02-28', bookedOn: '2026-03-01' },
    ]);
    expect(messagesOf(line)[0]).toContain('February');
  });

  it('is left out when it is zero or only expected, which is said', () => {
    expect(readLines(':61:260302C0,00NTRFNONREF').lines).toEqual([]);
    expect(messagesOf(':61:260302C0,00NTRFNONREF')).toEqual(['A line of zero was left out.']);
    expect(messagesOf(':61:260302EC5,00NTRFNONREF')).toEqual([
      'A line is only expected and was left out.',
    ]);
  });

  it('is read when it was wrapped in the wrong place', () => {
    expect(readLines(':61:2603020302CR\n30,00N062NONREF').lines).toMatchObject([
      { amountCents: 3000, typeCode: 'N062' },
    ]);
  });
});

describe('a wrapped line of text', () => {
  it.each([
    ['a time', 'tot 12:00\n:12:11', 'tot 12:00 :12:11'],
    ['a time that looks like a tag', 'om\n:20:15 uur', 'om :20:15 uur'],
    ['a dash', 'Zorgkantoor -\n-', 'Zorgkantoor - -'],
    ['a dash and more', 'MND\n-\nEV01', 'MND - EV01'],
  ])('may begin with %s', (_what, text, description) => {
    const { lines } = readLines(`:61:260302C1,00NTRFNONREF\n:86:${text}`);

    expect(lines).toMatchObject([{ description }]);
  });
});

describe('a file', () => {
  it('holds several statements, with or without anything around them', () => {
    const around = `ABNANL2A\n940\nABNANL2A\n${mt940Text(LINE)}{1:F01X}{2:I940X}{4:\n${mt940Text('')}`;

    expect(readText(around).map(({ lines }) => lines.length)).toEqual([1, 0]);
    expect(readText(mt940Text(LINE).replace('\n-\n', '\n').repeat(2))).toHaveLength(2);
  });

  it('ends its lines in any way', () => {
    const lines = (text: string) => readText(text)[0]?.lines.length;

    expect(lines(mt940Text(LINE).replaceAll('\n', '\r\n'))).toBe(1);
    expect(lines(mt940Text(LINE).replaceAll('\n', '\r'))).toBe(1);
    expect(lines(`@@${mt940Text(LINE).trim().replaceAll('\n', '@@')}`)).toBe(1);
  });

  it('may be MT942, which is said', () => {
    const interim = `:20:REF\n:25:NL44RABO0123456789\n:28C:1\n:34F:EURD0,00\n:13D:2603021730+0100\n${LINE}\n:90C:1EUR12,50\n-\n`;

    const [statement] = readText(interim);

    expect(statement).toMatchObject({ currency: 'EUR', openingCents: null, closingCents: null });
    expect(statement?.lines).toHaveLength(1);
    expect(statement?.warnings).toEqual([
      {
        code: 'INTERIM',
        params: { format: 'MT942' },
        place: { line: 1, field: ':20:' },
        message: 'This is MT942, a report during the day; its lines come again in the statement.',
      },
    ]);
  });
});

describe('balances', () => {
  it('that do not add up are a warning with all figures', () => {
    expect(readLines(LINE).warnings).toEqual([
      {
        code: 'BALANCES_DIFFER',
        params: {
          openingCents: 10_000,
          bookedCents: 1_250,
          expectedCents: 11_250,
          closingCents: 10_000,
        },
        place: { line: 7, field: ':62F:' },
        message:
          'The balances do not add up: 100.00 and bookings of 12.50 make 112.50, but the statement closes with 100.00.',
      },
    ]);
  });

  it('that do add up are not, also in debit', () => {
    const debit = mt940Text(LINE, { opening: '112,50', closing: '100,00' }).replaceAll(
      'F:C',
      'F:D',
    );

    expect(readText(debit)[0]).toMatchObject({
      openingCents: -11_250,
      closingCents: -10_000,
      warnings: [],
    });
  });

  it('of a continued page are balances too', () => {
    const page = mt940Text(LINE, { closing: '112,50' })
      .replaceAll('0F:', '0M:')
      .replaceAll('2F:', '2M:');

    expect(readText(page)[0]).toMatchObject({ closingCents: 11_250, warnings: [] });
  });

  it.each([
    ['NL44RABO0123456789 EUR', 'NL44RABO0123456789'],
    ['NL20INGB0001234567EUR', 'NL20INGB0001234567'],
    ['NL92 KNAB 0123 4567 89', 'NL92KNAB0123456789'],
    ['1291.99.348EUR', '1291.99.348'],
    ['TRIODOSBANK/0390123456', 'TRIODOSBANK/0390123456'],
    ['0878787878        ', '0878787878'],
  ])('belong to account %s', (account, expected) => {
    expect(readLines(LINE, { account }).account).toBe(expected);
  });
});
