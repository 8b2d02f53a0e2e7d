import { readFileSync } from 'node:fs';
import { cents } from '@inning/sdk';
import fc from 'fast-check';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAll } from '../../connectors/bank-mt940/fixtures/build-mt940.ts';
import { numberMatcher } from '../../core/domain/testing/number-matcher.ts';
import { bankLine } from '../../core/domain/testing/bank.ts';
import { openTrustWorld, type TrustWorld } from '../../core/domain/testing/trust-world.ts';
import { openWorld } from '../../core/domain/testing/world.ts';
import { writeMt940 } from '../../core/domain/trust/statement/write-mt940.ts';
import { newId } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { readByTheBook } from './telling/read-mt940-by-the-book.ts';

const database = testDatabase();
let world: TrustWorld;
beforeAll(async () => {
  world = await openTrustWorld(database.uri, 2);
});
afterAll(() => world.close());

const anna = { userId: newId(), name: 'Anna' };
const bram = { userId: newId(), name: 'Bram' };
const fileOf = (text: string) => ({ name: 'derdengelden.sta', bytes: Buffer.from(text) });

async function remitted() {
  const { trustRemittances: remittances } = world.trust;
  const asked = { trustAccountId: world.account._id, creditorIds: [], by: anna };
  const made = await remittances.propose(world.scope, asked);
  return remittances.approve(world.scope, made._id, bram);
}
const comesIn = async (place: (typeof world.places)[number], number: string, amount: number) => {
  await world.owed(place, number, amount);
  await world.receive([bankLine(amount, { description: `factuur ${number}` })]);
};

describe('the file for the bank', () => {
  it('is a SEPA credit transfer that a schema accepts, with totals that add up', async () => {
    await comesIn(world.places[0]!, 'X-1', 12_345);
    await comesIn(world.places[1]!, 'X-2', 7);
    const remittance = await remitted();
    const { file } = world.trust.trustRemittances;
    const { text } = await file(world.scope, remittance._id, { by: bram, again: false });

    const schema = readFileSync(
      new URL('schemas/pain.001.001.09.subset.xsd', import.meta.url),
      'utf8',
    );
    using definition = XmlDocument.fromString(schema);
    using validator = XsdValidator.fromDoc(definition);
    using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET });
    expect(() => validator.validate(document)).not.toThrow();
    expect(text).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>123.52</CtrlSum>');
    for (const { endToEndId } of remittance.payments) {
      expect(text).toContain(`<EndToEndId>${endToEndId}</EndToEndId>`);
    }

    using broken = XmlDocument.fromString(text.replace('>123.45<', '>123.456<'));
    expect(() => validator.validate(broken)).toThrow();
  });
});

describe('the invoices of a remittance as MT940', () => {
  it('close with what is remitted, and two readers read the same', async () => {
    const place = world.places[0]!;
    const terms = { feeBasisPoints: 1_000, keepsCosts: false };
    await world.trust.trustAccounts.agree(world.scope, place.creditorId, terms);
    await comesIn(place, 'M-1', 10_000);
    await comesIn(place, 'M-2', 2_500);
    const remittance = await remitted();
    const text = await world.trust.trustStatements.remittanceMt940(world.scope, {
      creditorId: place.creditorId,
      trustRemittanceId: remittance._id,
    });

    const [ours] = readAll(fileOf(text));
    const theirs = readByTheBook(text);
    expect(ours).toMatchObject({ closingCents: remittance.totalCents, warnings: [] });
    expect(ours!.lines.map((line) => [line.amountCents, line.description])).toEqual([
      [10_000, 'Factuur M-1'],
      [-1_000, 'Ingehouden volgens afspraak bij factuur M-1'],
      [2_500, 'Factuur M-2'],
      [-250, 'Ingehouden volgens afspraak bij factuur M-2'],
    ]);
    expect(theirs).toMatchObject({ openingCents: 0, closingCents: remittance.totalCents });
    expect(theirs.lines.map((line) => line.amountCents)).toEqual(
      ours!.lines.map((line) => line.amountCents),
    );
  });

  it('lose nothing, whatever invoices and debtors are called', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,'()/:-]{0,60}[A-Za-z0-9.]$/);
    const line = fc.record({
      text: word.map((text) => text.replace(/\s+/g, ' ').replace(/\/(?=[A-Z]{2,4}\/)/g, '-')),
      amountCents: fc.integer({ min: 1, max: 99_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = writeMt940({
          id: 'AFDRACHT 1',
          number: 1,
          iban: 'NL91ABNA0417164300',
          currency: 'EUR',
          from: '2026-03-01',
          until: '2026-03-31',
          lines: lines.map((one, index) => ({
            ...one,
            reference: `T0000000000000${index}`,
            endToEndId: `P${index}`,
            isReversal: false,
            on: '2026-03-02',
            name: null,
          })),
        });
        const [read] = readAll(fileOf(text));
        expect(
          read!.lines.map(({ amountCents, description }) => ({ amountCents, description })),
        ).toEqual(lines.map((one) => ({ amountCents: one.amountCents, description: one.text })));
        expect(read!.warnings).toEqual([]);
        const book = readByTheBook(text);
        expect(book.lines.map((one) => one.amountCents)).toEqual(lines.map((o) => o.amountCents));
      }),
      { numRuns: 200 },
    );
  });

  it('are read in by a creditor who keeps books elsewhere, and pay the invoices once', async () => {
    const place = world.places[1]!;
    await comesIn(place, 'C-100', 4_200);
    await comesIn(place, 'C-101', 8_300);
    const asked = { creditorId: place.creditorId, from: '2026-01-01', until: '2026-12-31' };
    const text = await world.trust.trustStatements.mt940(world.scope, asked);

    const elsewhere = await openWorld(database.uri, { matcherFor: async () => numberMatcher });
    const debtor = await elsewhere.given.debtor();
    const owed = async (number: string, totalCents: number) =>
      elsewhere.given.invoice({ debtorId: debtor._id, number, totalCents: cents(totalCents) });
    const [first, second] = [await owed('C-100', 4_200), await owed('C-101', 9_000)];
    const receive = () =>
      elsewhere.statements.receive(elsewhere.scope, elsewhere.place.administrationId, [
        ...readAll(fileOf(text)),
      ]);

    expect(await receive()).toMatchObject({ matching: { matched: 2 } });
    expect(await receive()).toMatchObject({ newCount: 0 });
    expect((await elsewhere.invoice(first._id)).openCents).toBe(0);
    expect((await elsewhere.invoice(second._id)).openCents).toBe(700);
    await elsewhere.close();
  });
});
