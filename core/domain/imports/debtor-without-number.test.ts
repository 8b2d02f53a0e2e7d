import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { administrations } from '../administrations/index.ts';
import { jsonImporter } from '../testing/json-importer.ts';
import { openWorld, type World } from '../testing/world.ts';
import { importing, type Lines } from '../testing/importing.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri, { importersFor: async () => [jsonImporter] });
});
afterAll(() => world.close());
const { commit, itemsOf, invoiceOf, debtorOf } = importing(() => world);

describe('a debtor without a number', () => {
  const address = (postcode: string) => ({
    street: 'Kade',
    houseNumber: '1',
    postcode,
    city: 'Hoorn',
    country: 'NL',
  });

  it('is known again by VAT number, company number, or name and postcode', async () => {
    await commit([
      { number: 'D1', debtor: { number: '200', name: 'Vis BV', vatNumber: 'NL0012.34.567.B01' } },
      { number: 'D2', debtor: { name: 'Kok', companyNumber: '12345678' } },
      { number: 'D3', debtor: { name: 'Café Zón', invoiceAddress: address('1621 AB') } },
    ]);
    await commit([
      { number: 'D4', debtor: { name: 'Vis', vatNumber: 'NL001234567B01' } },
      { number: 'D5', debtor: { name: 'Kok', companyNumber: '1234 5678' } },
      { number: 'D6', debtor: { name: 'CAFE ZON', invoiceAddress: address('1621ab') } },
    ]);

    for (const [one, other] of [
      ['D1', 'D4'],
      ['D2', 'D5'],
      ['D3', 'D6'],
    ] as const) {
      expect((await invoiceOf(other))?.debtorId).toEqual((await invoiceOf(one))?.debtorId);
    }
  });

  it('is one debtor within a file, whichever line says more of it', async () => {
    await commit([
      { number: 'D7', debtor: { name: 'Smit', invoiceAddress: address('9999 ZZ') } },
      {
        number: 'D8',
        debtor: {
          number: '201',
          name: 'Smit',
          email: 's@mit.example',
          invoiceAddress: address('9999ZZ'),
        },
      },
    ]);

    expect((await invoiceOf('D7'))?.debtorId).toEqual((await invoiceOf('D8'))?.debtorId);
    expect(await debtorOf('201')).toMatchObject({ email: 's@mit.example' });
  });

  it('is refused when two debtors answer to it', async () => {
    const vatNumber = 'NL999999999B01';
    const both: Lines = [
      { number: 'D9', debtor: { number: '202', name: 'A', vatNumber } },
      { number: 'D10', debtor: { number: '203', name: 'B', vatNumber } },
    ];
    const unclear = { number: 'D11', debtor: { name: 'C', vatNumber } };

    expect((await itemsOf([...both, unclear]))[2]).toMatchObject({
      reason: { code: 'DEBTOR_UNCLEAR' },
    });
    await commit(both);
    expect((await itemsOf([unclear]))[0]).toMatchObject({ reason: { code: 'DEBTOR_UNCLEAR' } });
  });
});

describe('an address that names no country', () => {
  it('is in the country of the books that the file is read for', async () => {
    const books = world.store.table(administrations).in(world.scope);
    const city = { postcode: '2000', city: 'Antwerpen', country: null };
    const invoiceAddress = { street: 'Meir', houseNumber: '1', ...city };
    const debtor = { number: '300', name: 'Peeters', invoiceAddress } as const;
    await books.updateOne({ _id: world.place.administrationId }, { $set: { country: 'BE' } });

    await commit([{ number: 'D12', debtor }]);

    expect((await debtorOf('300'))?.invoiceAddress).toMatchObject({ country: 'BE' });
    expect((await itemsOf([{ number: 'D12', debtor }]))[0]).toMatchObject({ status: 'unchanged' });
  });
});
