import { describe, expect, it } from 'vitest';
import { camtXml, detailsXml, entryXml, readXml, statementXml } from './fixtures/build-camt.ts';

const referencesOf = (...statements: string[]) =>
  readXml(camtXml(statements.map((entries) => statementXml(entries)).join(''))).flatMap(
    ({ lines }) => lines.map(({ bankReference }) => bankReference),
  );
const own = (reference: string) => entryXml(`<AcctSvcrRef>${reference}</AcctSvcrRef>`);
const plain = (text: string) => entryXml(`<AddtlNtryInf>${text}</AddtlNtryInf>`);

describe('the reference of a line', () => {
  it('starts with the bank’s own reference', () => {
    expect(referencesOf(own('OM1B001234567890'))[0]).toMatch(/^OM1B001234567890~\w+$/);
  });

  it('is the same when the day comes again among other lines', () => {
    const day = [own('OM1B001234567890'), plain('nota 1'), plain('nota 2')];
    const week = [plain('other'), ...day, own('OM1B009999999999')];

    expect(referencesOf(week.join(''))).toEqual(expect.arrayContaining(referencesOf(day.join(''))));
  });

  it('does not depend on the number of the statement or the white space in its text', () => {
    const [day] = referencesOf(plain('nota   1'));
    const again = readXml(
      camtXml(statementXml(plain('nota 1')).replace('<Id>S-1</Id>', '<Id>S-77</Id>')),
    );

    expect(again[0]?.lines[0]?.bankReference).toBe(day);
  });

  it('differs for two equal payments of one day', () => {
    expect(new Set(referencesOf(plain('nota 1') + plain('nota 1'))).size).toBe(2);
    expect(new Set(referencesOf(plain('nota 1'), plain('nota 1') + plain('nota 2'))).size).toBe(3);
  });

  it('differs for two equal bookings with one reference of the bank', () => {
    expect(new Set(referencesOf(own('OM1B001234567890') + own('OM1B001234567890'))).size).toBe(2);
  });

  it('is the same when a report of the same day repeats the booking', () => {
    const [first, second] = referencesOf(
      own('OM1B001234567890'),
      own('OM1B001234567890') + own('OM1B00555555555'),
    );

    expect(second).toBe(first);
  });

  it('does not take a filler for a reference', () => {
    expect(new Set(referencesOf(own('NONREF'), own('NONREF') + plain('x'))).size).toBe(3);
  });

  it('differs for every transaction of a batch, whatever their order', () => {
    const part = (id: string) => `<Refs><TxId>${id}</TxId></Refs><Amt Ccy="EUR">6.25</Amt>`;
    const batch = (...ids: string[]) =>
      entryXml(`<AcctSvcrRef>OM1B001234567890</AcctSvcrRef>${detailsXml(...ids.map(part))}`);

    const [a, b] = referencesOf(batch('T1', 'T2'));

    expect(a).not.toBe(b);
    expect(referencesOf(batch('T2', 'T1'))).toEqual([b, a]);
  });

  it('is the same in a statement that is in the file twice, which is said', () => {
    const twice = readXml(camtXml(statementXml(plain('nota 1')).repeat(2)));

    const [first, second] = twice.map(({ lines }) => lines.map((line) => line.bankReference));
    expect(second).toEqual(first);
    expect(twice[1]?.warnings.at(-1)).toMatchObject({ code: 'STATEMENT_REPEATED' });
  });
});
