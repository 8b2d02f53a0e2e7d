import { describe, expect, it } from 'vitest';
import { balanceXml, camtXml, entryXml, readXml, statementXml } from './fixtures/build-camt.ts';

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
