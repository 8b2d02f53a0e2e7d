import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  mt940File,
  mt940Text,
  readDetail,
  readLines,
  readAll,
} from './fixtures/build-mt940.ts';

describe('other banks', () => {
  it('Knab puts account and name behind the text', () => {
    expect(
      readDetail('NOTA 12 NAAM: X\nREK: NL20INGB0001234567/NAAM: STICHTING DE BRUG'),
    ).toMatchObject({
      counterpartyAccount: 'NL20INGB0001234567',
      counterpartyName: 'STICHTING DE BRUG',
      description: 'NOTA 12 NAAM: X',
    });
    expect(readDetail('UTRECHT 02-03-2026 12:45 PAS: 2222\nNAAM: BLOEMIST')).toMatchObject({
      counterpartyName: 'BLOEMIST',
      description: 'UTRECHT 02-03-2026 12:45 PAS: 2222',
    });
  });

  it('SNS and ASN repeat account and name, then padded lines', () => {
    const { lines } = readLines(
      `:61:2603020302C65,00NOVBNL20INGB0001234567\nhr p visser\n:86:NL20INGB0001234567 hr p visser\n${' '.repeat(65)}\n${'Nota 2026-0017'.padEnd(65)}\n`,
    );

    expect(lines).toMatchObject([
      {
        counterpartyAccount: 'NL20INGB0001234567',
        counterpartyName: 'hr p visser',
        description: 'Nota 2026-0017',
      },
    ]);
  });

  it('Triodos puts the other account in part 10 or behind the bank', () => {
    const account = 'TRIODOSBANK/0390123456';

    expect(
      readDetail(
        '000>100987654321\n>20 HUUR>21 KANTOOR FEB>310390123456',
        'D1,00N000NONREF',
        account,
      ),
    ).toMatchObject({ counterpartyAccount: '0987654321', description: 'HUUR KANTOOR FEB' });
    expect(
      readDetail(
        '000>100000000000\n>20RABONL2U\n>21NL44RABO0123456789\n>22NOTA 12',
        undefined,
        account,
      ),
    ).toMatchObject({ counterpartyAccount: 'NL44RABO0123456789', description: 'NOTA 12' });
  });

  it('bunq leaves what it does not know empty', () => {
    expect(
      readDetail('/IBAN/NL20INGB0001234567/NAME/P. Visser/REMI/', 'C2,NTRFNONREF'),
    ).toMatchObject({ amountCents: 200, counterpartyName: 'P. Visser', description: '' });
  });

  it('Van Lanschot writes ten digits or codes', () => {
    expect(readDetail('0111111110 A.B.C NAAM declaratie', 'D1,00NXXXNONREF')).toMatchObject({
      counterpartyAccount: '0111111110',
      description: 'A.B.C NAAM declaratie',
    });
  });

  it('BNG begins with the account', () => {
    expect(readDetail('NL20INGB0001234567               Loon maart', 'C1,00NMSC028')).toMatchObject(
      {
        counterpartyAccount: 'NL20INGB0001234567',
        description: 'Loon maart',
      },
    );
  });

  it('German banks number their parts and put keywords in them', () => {
    const bytes = readFileSync(new URL('./fixtures/german.sta', import.meta.url));
    const [statement] = readAll({ name: 'german.sta', bytes });

    expect(statement?.warnings).toEqual([]);
    expect(statement?.lines).toMatchObject([
      {
        amountCents: 5000,
        counterpartyName: 'Karl Kaufmann',
        counterpartyAccount: 'DE14508800500194785000',
        description: 'Rechnung 2026-0017 und Kunde 4711',
        endToEndId: 'RECHNUNG 2026-0017-AAA1',
        isReversal: false,
      },
      { amountCents: -2000, endToEndId: 'LAST-1', isReversal: true },
    ]);
  });

  it('says in the line itself what a line without :86: is', () => {
    const [line] = readLines(':61:2603020302D22,00NCHGKosten nota//12\nmaart').lines;

    expect(line?.description).toBe('Kosten nota maart');
  });

  it('leaves out the account of the statement itself', () => {
    expect(
      readDetail('RENTE', 'C6,44NMSC0987654321      ', '0987654321')?.counterpartyAccount,
    ).toBeNull();
  });
});

describe('what the payer typed', () => {
  it('does not become the name or account of the payer', () => {
    const typed = 'nota/NAME/Another/IBAN/NL02ABNA0123456789/EREF/x';

    expect(readDetail(`/TRTP/IDEAL/REMI/${typed}`)).toMatchObject({
      counterpartyName: null,
      counterpartyAccount: null,
    });
    expect(readDetail('166?20Rechnung?32Echt?31DE14508800500194785000?32Falsch')).toMatchObject({
      counterpartyName: 'Echt',
    });
  });
});

describe('a part of a statement', () => {
  const LINES = ':61:2603020302C12,50NTRFNONREF\n:86:nota 1\n';
  const parts = (text: string) => readAll(mt940File(text), { allowsParts: true });

  it('is read when that is asked for, and says what is missing', () => {
    const [statement] = parts(LINES);

    expect(statement).toMatchObject({ account: '', currency: 'XXX', closingCents: null });
    expect(statement?.lines).toMatchObject([{ amountCents: 1250, description: 'nota 1' }]);
    expect(statement?.warnings.map(({ code }) => code)).toEqual([
      'ACCOUNT_MISSING',
      'BALANCES_MISSING',
      'CURRENCY_MISSING',
    ]);
    expect(() => readAll(mt940File(LINES))).toThrow('no account');
  });

  it('may be the beginning of a file that was cut off', () => {
    const whole = mt940Text(LINES.trim());
    const [statement] = parts(whole.slice(0, whole.indexOf(':62F:')));

    expect(statement).toMatchObject({ openingCents: 10_000, closingCents: null });
    expect(statement?.lines).toHaveLength(1);
    expect(statement?.warnings[0]?.code).toBe('STATEMENT_CUT_OFF');
  });

  it('does not hide what is wrong in it', () => {
    expect(() => parts(LINES.replace('12,50', '1250'))).toThrow('is not an amount');
  });
});

describe('a text in the field of the account', () => {
  it('is read as a text when it cannot be an account', () => {
    const text = `166?00GUTSCHRIFT?20EREF+E-1?21SVWZ+Rechnung 12?30DRESDEFF508?31DE14508800500194785000?32Karl`;
    const { account, lines, warnings } = readLines(`:61:2603020302C12,50NTRFNONREF\n:25:${text}`);

    expect(account).toBe(ACCOUNT);
    expect(lines).toMatchObject([
      { counterpartyName: 'Karl', counterpartyBic: 'DRESDEFF508', endToEndId: 'E-1' },
    ]);
    expect(warnings[0]?.code).toBe('FIELD_ODD');
  });
});
