import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, detailsXml, entryXml, readEntries, readAll } from './fixtures/build-camt.ts';

/** Without the last one, which says that there are no balances. */
const warningsOf = (...entries: string[]) =>
  readEntries(...entries)
    .warnings.slice(0, -1)
    .map(({ message }) => message);

describe('a day statement', () => {
  const bytes = readFileSync(new URL('./fixtures/day-statement.xml', import.meta.url));
  const [day] = readAll({ name: 'day-statement.xml', bytes });

  it('knows its account, number and balances', () => {
    expect(day).toMatchObject({
      account: 'NL44RABO0123456789',
      currency: 'EUR',
      number: 'NL44RABO0123456789-20260302',
      openingCents: 100_000,
      openingOn: '2026-02-27',
      closingCents: 125_450,
      closingOn: '2026-03-02',
    });
  });

  it('reads a received payment with all that the payer said', () => {
    expect(day?.lines[0]).toMatchObject({
      place: { line: 34, field: 'Ntry/NtryDtls/TxDtls' },
      bookedOn: '2026-03-02',
      valueOn: '2026-03-01',
      amountCents: 12_500,
      currency: 'EUR',
      counterpartyName: 'Bakkerij Zonneklaar',
      counterpartyAccount: 'NL20INGB0001234567',
      description: 'Factuur 2026-0017 met dank & groet',
      structuredReference: null,
      endToEndId: 'FACT-2026-0017',
      isReversal: false,
      typeCode: 'PMNT-RCDT-ESCT',
    });
  });

  it('makes a line of every transaction of a batch', () => {
    expect(day?.lines.slice(1, 3)).toMatchObject([
      {
        amountCents: 10_000,
        counterpartyName: 'J. de Boer',
        structuredReference: '1234567890123456',
        endToEndId: null,
      },
      { amountCents: 20_000, counterpartyName: 'M. Jansen', description: '2026-0021' },
    ]);
  });

  it('names the payer of a direct debit that was taken back', () => {
    expect(day?.lines[3]).toMatchObject({
      amountCents: -4_550,
      isReversal: true,
      counterpartyName: 'P. Visser',
      counterpartyAccount: 'NL02ABNA0123456789',
    });
  });

  it('reads the bank’s line of text when there is nothing else', () => {
    expect(day?.lines[4]).toMatchObject({
      amountCents: -12_500,
      bookedOn: '2026-03-02',
      counterpartyName: 'Zagerij Noord',
      counterpartyAccount: 'NL91ABNA0417164300',
      description: 'Nota 88',
      endToEndId: 'E88',
      typeCode: 'N654',
    });
  });

  it('leaves out what is not booked and says so with the line', () => {
    expect(day?.lines).toHaveLength(5);
    expect(day?.warnings).toEqual([
      {
        code: 'ENTRY_NOT_BOOKED',
        params: { status: 'PDNG' },
        place: { line: 89, field: 'Ntry' },
        message: 'An entry is not booked (PDNG) and was left out.',
      },
    ]);
  });
});

describe('entries and their transactions', () => {
  const paid = (amount: string) => `<Amt Ccy="EUR">${amount}</Amt>`;

  it('makes a line of each of thousands in a batch, however the file is laid out', () => {
    const count = 5_000;
    const one =
      '\n            <AmtDtls><TxAmt><Amt Ccy="EUR">1.00</Amt></TxAmt></AmtDtls>\n          ';
    const details = detailsXml(...Array.from({ length: count }, () => one));
    const spaced = details.replaceAll('<TxDtls>', '\n          <TxDtls>');

    const { lines } = readEntries(entryXml(spaced, { amount: `${count}.00` }));

    expect(lines.map(({ amountCents }) => amountCents)).toEqual(Array(count).fill(100));
  });

  it('keeps an entry as one line when its transactions do not add up', () => {
    const entry = entryXml(
      detailsXml(
        `${paid('5.00')}<RmtInf><Ustrd>nota 1</Ustrd></RmtInf>`,
        `${paid('5.00')}<RmtInf><Ustrd>nota 2</Ustrd></RmtInf>`,
      ),
    );

    expect(readEntries(entry).lines).toMatchObject([
      { amountCents: 1250, description: 'nota 1 nota 2' },
    ]);
    expect(warningsOf(entry)[0]).toContain('do not add up');
  });

  it('takes the direction of each transaction into account', () => {
    const details = detailsXml(paid('20.00'), `${paid('7.50')}<CdtDbtInd>DBIT</CdtDbtInd>`);

    const { lines, warnings } = readEntries(entryXml(details));

    expect(lines.map(({ amountCents }) => amountCents)).toEqual([2000, -750]);
    expect(warnings).toMatchObject([{ code: 'BALANCES_MISSING' }]);
  });

  it('keeps the booked amount of a payment in another currency', () => {
    const { lines, warnings } = readEntries(entryXml(detailsXml('<Amt Ccy="KWD">4.125</Amt>')));

    expect(lines).toMatchObject([{ amountCents: 1250, currency: 'EUR' }]);
    expect(warnings).toMatchObject([{ code: 'BALANCES_MISSING' }]);
  });

  it('uses the amount of the only transaction when the entry has none, and says so', () => {
    const entry = entryXml(detailsXml(paid('8.00'))).replace('<Amt Ccy="EUR">12.50</Amt>', '');

    expect(readEntries(entry).lines).toMatchObject([{ amountCents: 800 }]);
    expect(warningsOf(entry)[0]).toContain('no amount of its own');
  });

  it('leaves out a line of zero and says so', () => {
    expect(readEntries(entryXml('', { amount: '0.00' })).lines).toEqual([]);
    expect(warningsOf(entryXml('', { amount: '0.00' }))).toEqual(['A line of zero was left out.']);
  });

  it('uses the value day of an entry without booking day, and says how often', () => {
    const entry = entryXml('<ValDt><Dt>2026-03-01</Dt></ValDt>').replace(
      /<BookgDt>.*?<\/BookgDt>/,
      '',
    );

    expect(readEntries(entry).lines).toMatchObject([{ bookedOn: '2026-03-01' }]);
    expect(warningsOf(entry, entry, entry)[0]).toContain('(3 times');
  });

  it.each([
    ['2026-03-02T23:59:59+01:00', '2026-03-02'],
    ['2026-03-02T23:59:00.000Z', '2026-03-02'],
    ['2026-03-01T23:00:00.000Z', '2026-03-02'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-07-01T23:00:00Z', '2026-07-01'],
  ])('books at %s on %s', (moment, day) => {
    const entry = entryXml().replace(/<Dt>.*?<\/Dt>/, `<DtTm>${moment}</DtTm>`);

    expect(readEntries(entry).lines).toMatchObject([{ bookedOn: day }]);
  });

  it('recognises a return by its code or its reason', () => {
    const code = (sub: string) =>
      `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
    const reason = detailsXml('<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>');

    const { lines } = readEntries(entryXml(code('UPDD')), entryXml(reason), entryXml(code('ESDD')));

    expect(lines.map(({ isReversal }) => isReversal)).toEqual([true, true, false]);
  });

  it('takes the other party when one of both accounts is our own', () => {
    const account = (role: string, iban: string) =>
      `<${role}><Nm>${role} name</Nm></${role}><${role}Acct><Id><IBAN>${iban}</IBAN></Id></${role}Acct>`;
    const parties = `<RltdPties>${account('Dbtr', ACCOUNT)}${account('Cdtr', 'NL20INGB0001234567')}</RltdPties>`;

    expect(readEntries(entryXml(detailsXml(parties))).lines).toMatchObject([
      { counterpartyName: 'Cdtr name', counterpartyAccount: 'NL20INGB0001234567' },
    ]);
  });

  it('keeps document numbers and further references in the description', () => {
    const remittance = `<RmtInf><Strd><RfrdDocInf><Nb>F-1</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>
      <Strd><CdtrRefInf><Ref>999</Ref></CdtrRefInf></Strd></RmtInf>`;

    expect(readEntries(entryXml(detailsXml(remittance))).lines).toMatchObject([
      { description: 'F-1 999', structuredReference: 'RF18539007547034' },
    ]);
  });

  it('takes the payment reference out of a text that repeats the payment', () => {
    const text =
      '/TRTP/SEPA OVERBOEKING/IBAN/NL20INGB0001234567/NAME/J Jansen/REMI/ISSUER: CUR REF: 9001234567890123/EREF/NOTPROVIDED';

    expect(readEntries(entryXml(`<AddtlNtryInf>${text}</AddtlNtryInf>`)).lines).toMatchObject([
      {
        counterpartyName: 'J Jansen',
        description: '',
        structuredReference: '9001234567890123',
        endToEndId: null,
      },
    ]);
  });

  it('does not take a name from what the payer typed', () => {
    const text = '/TRTP/IDEAL/REMI/nota 5/NAME/Someone Else/IBAN/NL20INGB0001234567';

    expect(readEntries(entryXml(`<AddtlNtryInf>${text}</AddtlNtryInf>`)).lines).toMatchObject([
      { counterpartyName: null, counterpartyAccount: null, description: 'nota 5' },
    ]);
  });
});
