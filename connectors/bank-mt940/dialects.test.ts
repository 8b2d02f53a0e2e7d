import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDetail, readLines, readAll } from './fixtures/build-mt940.ts';

function readFixture(name: string) {
  const bytes = readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
  const [statement] = readAll({ name, bytes });
  if (!statement) throw new Error('no statement was read');
  return statement;
}

describe('ABN AMRO', () => {
  const statement = readFixture('abn-amro.sta');
  const [transfer, slip, ideal, returned, card] = statement.lines;

  it('adds up', () => {
    expect(statement).toMatchObject({
      account: '417164300',
      currency: 'EUR',
      number: '06101/1',
      openingCents: 100_000,
      openingOn: '2026-03-01',
      closingCents: 116_000,
      closingOn: '2026-03-02',
      warnings: [],
    });
  });

  it('has codes between slashes, cut where a line was full', () => {
    expect(transfer).toMatchObject({
      amountCents: 12_500,
      counterpartyName: 'BAKKERIJ ZONNEKLAAR V.O.F.',
      counterpartyAccount: 'NL20INGB0001234567',
      description: 'FACTUUR 2026-0017 EN 2026-0018 MET DANK',
      counterpartyBic: 'INGBNL2A',
      endToEndId: 'FACT-2026-0017',
      typeCode: 'N654',
    });
  });

  it('has a payment reference with its issuer', () => {
    expect(slip).toMatchObject({
      amountCents: 5050,
      structuredReference: '1234567890123456',
      description: '',
      endToEndId: null,
    });
  });

  it('has columns in which a full one goes on in the next', () => {
    expect(ideal).toMatchObject({
      counterpartyName: 'J DE BOER',
      counterpartyAccount: 'NL44RABO0123456789',
      description: '4851430136 0030000735822580 BESTELLING 2026-0019',
      endToEndId: '02-03-2026 18:14 0030000735822580',
    });
  });

  it('says when a direct debit comes back', () => {
    expect(returned).toMatchObject({
      amountCents: -4550,
      isReversal: true,
      counterpartyName: 'M JANSEN',
      description: 'CONTRIBUTIE FEBRUARI',
      mandateId: 'MACHT-12',
      returnReason: 'AM04',
    });
  });

  it('keeps the text of a card payment as it is', () => {
    expect(card).toMatchObject({
      counterpartyName: null,
      description: 'BEA NR:MA1402 02.03.26/12.00 WINKEL UTRECHT,PAS123',
    });
  });

  it('had accounts with points, and giro numbers', () => {
    expect(readDetail('64.45.12.113 GEMEENTE ZANDWIJK    AANSLAG 44')).toMatchObject({
      counterpartyAccount: '64.45.12.113',
      counterpartyName: 'GEMEENTE ZANDWIJK',
      description: 'AANSLAG 44',
    });
    expect(
      readDetail('GIRO   428428 TELEFOON BV        BETALINGSKENM.  0000000120357271'),
    ).toMatchObject({
      counterpartyAccount: '428428',
      counterpartyName: 'TELEFOON BV',
      structuredReference: '0000000120357271',
    });
  });
});

describe('ING', () => {
  const statement = readFixture('ing.sta');

  it('adds up, and its currency is not of the account', () => {
    expect(statement).toMatchObject({
      account: 'NL20INGB0001234567',
      // All its statements are number 0.
      number: 'P260302000000001',
      sequence: '00000',
      warnings: [],
    });
  });

  it('has the counterpart in one code, where a name may hold a slash', () => {
    expect(statement.lines[0]).toMatchObject({
      counterpartyName: 'HANDEL A/B UNIE',
      counterpartyAccount: 'NL44RABO0123456789',
      description: 'Factuur 2026-0017 met dank',
      endToEndId: 'FACT-2026-0017',
      bankReference: expect.stringMatching(/^06123456789012~/),
    });
  });

  it('has a structured reference', () => {
    expect(statement.lines[1]).toMatchObject({
      counterpartyName: 'J. de Boer',
      structuredReference: '9001123412341234',
      description: '',
    });
  });

  it('says when a direct debit comes back', () => {
    expect(statement.lines[2]).toMatchObject({
      amountCents: -1275,
      isReversal: true,
      counterpartyName: 'P. Visser',
      mandateId: 'MND-12',
      returnReason: 'MS03',
      typeCode: 'NRTI',
    });
  });

  it('had types filled up with a space, and ten digits before the text', () => {
    const text =
      '0111111111 V. DE JONG KERKSTRAAT 1\nENSCHEDE BET.KENM. 1004510036716378 3305330802';

    expect(readDetail(text, 'C0,56NGT TMG TANGO')).toMatchObject({
      typeCode: 'NGT',
      counterpartyAccount: '0111111111',
      structuredReference: '1004510036716378',
    });
  });

  it('had direct debits in plain words', () => {
    const text =
      'Europese Incasso, doorlopend NL02ABNA0123456789 ABNANL2A SPORTCLUB DE HOEK NL10ZZZ100020000000 SEPA 0001 Contributie';

    expect(readDetail(text, 'D50,00NIC MARF')).toMatchObject({
      counterpartyAccount: 'NL02ABNA0123456789',
      counterpartyBic: 'ABNANL2A',
      mandateId: '0001',
      counterpartyName: 'SPORTCLUB DE HOEK',
      description: 'NL10ZZZ100020000000 SEPA 0001 Contributie',
    });
  });
});

describe('Rabobank', () => {
  const statement = readFixture('rabobank.swi');

  it('adds up', () => {
    expect(statement).toMatchObject({
      account: 'NL44RABO0123456789',
      number: '940S260302',
      closingCents: 114_050,
      warnings: [],
    });
  });

  it('has the other account on the second line of :61:', () => {
    expect(statement.lines).toMatchObject([
      {
        amountCents: 12_500,
        counterpartyAccount: 'NL20INGB0001234567',
        counterpartyName: 'Bakkerij Zonneklaar',
        description: 'Factuur 2026-0017 en factuur 2026-0018 samen',
        endToEndId: 'FACT-2026-0017',
      },
      { amountCents: -6000, counterpartyAccount: 'P004500018', description: 'Aanslag 44' },
      { description: 'BETALINGSKENM. 1234567890123456', structuredReference: '1234567890123456' },
    ]);
  });

  it('takes the name of the other side when both are named', () => {
    const text = '/ORDP//NAME/Payer/BENM//NAME/Receiver/REMI/nota 1';

    expect(readDetail(text, 'C1,00N541NONREF')?.counterpartyName).toBe('Payer');
    expect(readDetail(text, 'D1,00N541NONREF')?.counterpartyName).toBe('Receiver');
  });

  it('had account and name in :61:, a point in amounts, and several :86:', () => {
    const { lines } = readLines(
      ':61:260302D000000000500.00N0620266050522      Arvato Fin Serv\n:86:BETALINGSKENM.  3010675705\n:86:TWEEDE REGEL',
    );

    expect(lines).toMatchObject([
      {
        amountCents: -50_000,
        counterpartyAccount: '0266050522',
        counterpartyName: 'Arvato Fin Serv',
        description: 'BETALINGSKENM. 3010675705 TWEEDE REGEL',
        structuredReference: '3010675705',
      },
    ]);
  });
});
