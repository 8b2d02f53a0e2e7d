import { describe, expect, it } from 'vitest';
import {
  balanceXml,
  camtXml,
  detailsXml,
  entryXml,
  readEntries,
  readXml,
  statementXml,
} from './fixtures/build-camt.ts';

describe('messages', () => {
  it('reads several statements of one file', () => {
    const statements = readXml(
      camtXml(statementXml(entryXml()) + statementXml(entryXml() + entryXml())),
    );

    expect(statements.map(({ lines }) => lines.length)).toEqual([1, 2]);
  });

  it('reads names with a prefix', () => {
    const xml = camtXml(statementXml(entryXml()))
      .replaceAll(/<(\/?)(\w)/g, '<$1ns2:$2')
      .replace('xmlns=', 'xmlns:ns2=')
      .replace('<?ns2:xml', '<?xml');

    expect(readXml(xml)[0]?.lines).toHaveLength(1);
  });

  it('reads a message in an envelope', () => {
    const inner = camtXml(statementXml(entryXml())).replace(/<\?.*?\?>/, '');

    expect(readXml(`<Envelope><AppHdr/>${inner}</Envelope>`)[0]?.lines).toHaveLength(1);
  });

  it.each([
    { type: 'camt.052.001.08', body: 'BkToCstmrAcctRpt', name: 'Rpt', said: 'CAMT.052' },
    { type: 'camt.054.001.08', body: 'BkToCstmrDbtCdtNtfctn', name: 'Ntfctn', said: 'CAMT.054' },
  ])('reads $type and says what it is', ({ type, body, name, said }) => {
    const [statement] = readXml(camtXml(statementXml(entryXml(), name), type, body));

    expect(statement?.lines).toHaveLength(1);
    expect(statement?.warnings[0]?.message).toContain(said);
  });

  it('says so when the balances do not add up, with all figures', () => {
    const [statement] = readXml(
      camtXml(statementXml(balanceXml('OPBD', '10.00') + balanceXml('CLBD', '20.00') + entryXml())),
    );

    expect(statement?.lines).toHaveLength(1);
    expect(statement?.warnings[0]?.message).toBe(
      'The balances do not add up: 10.00 and bookings of 12.50 make 22.50, but the statement closes with 20.00.',
    );
  });

  it('says nothing when they do, also with interim balances of a continued page', () => {
    const page = balanceXml('ITBD', '10.00') + balanceXml('ITBD', '22.50') + entryXml();

    expect(readXml(camtXml(statementXml(page)))[0]).toMatchObject({
      openingCents: 1000,
      closingCents: 2250,
      warnings: [],
    });
  });
});

describe('what a statement and its lines say of themselves', () => {
  it('has the format with its version, and the number that the bank counts with', () => {
    const counted = statementXml('<ElctrncSeqNb>47</ElctrncSeqNb><LglSeqNb>12</LglSeqNb>');

    expect(readXml(camtXml(counted))[0]).toMatchObject({
      format: 'CAMT.053.001.02',
      sequence: '47',
    });
  });

  it('has ids, mandate, the bank of the other side and why a debit came back', () => {
    const details = `<Refs><AcctSvcrRef>B-1</AcctSvcrRef><TxId>T-1</TxId><MndtId>MND-7</MndtId></Refs>
<RltdPties><Dbtr><Nm>P. Visser</Nm></Dbtr></RltdPties>
<RltdAgts><DbtrAgt><FinInstnId><BICFI>INGBNL2A</BICFI></FinInstnId></DbtrAgt></RltdAgts>
<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`;

    expect(readEntries(entryXml(detailsXml(details), { direction: 'DBIT' })).lines).toMatchObject([
      {
        transactionId: 'T-1',
        mandateId: 'MND-7',
        counterpartyName: 'P. Visser',
        counterpartyBic: 'INGBNL2A',
        returnReason: 'AM04',
        isReversal: true,
      },
    ]);
  });

  it('has them from the bank’s line of text where that is all there is', () => {
    const text =
      '/RTYP/SEPA Incasso terugboeking/MARF/MND-7/RTRN/MS03/IBAN/NL27 ABNA 0562 3993 40/BIC/ABNANL2A/NAME/P. Visser/REMI/nota/MARF/typed';
    const entry = entryXml(`<AddtlNtryInf>${text}</AddtlNtryInf>`, { direction: 'DBIT' });

    expect(readEntries(entry).lines).toMatchObject([
      {
        counterpartyAccount: 'NL27ABNA0562399340',
        counterpartyBic: 'ABNANL2A',
        mandateId: 'MND-7',
        returnReason: 'MS03',
        isReversal: true,
      },
    ]);
  });
});
