import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { jsonFile, jsonImporter } from '../testing/json-importer.ts';
import { openWorld, type World } from '../testing/world.ts';
import { importing } from '../testing/importing.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri, { importersFor: async () => [jsonImporter] });
});
afterAll(() => world.close());
const { preview, itemsOf, invoiceOf, debtorOf } = importing(() => world);

describe('a preview', () => {
  it('says what is new, with the place and warnings, and writes nothing', async () => {
    const items = await itemsOf([
      { number: 'P1', debtor: { number: '1', name: 'Jansen' } },
      { refused: 'The date cannot be read.' },
      { debtor: { number: '2', name: 'Pieters' } },
    ]);

    expect(items).toMatchObject([
      { place: { line: 1 }, kind: 'invoice', status: 'new', number: 'P1', debtorName: 'Jansen' },
      { place: { line: 2 }, status: 'refused', reason: { message: 'The date cannot be read.' } },
      { place: { line: 3 }, kind: 'debtor', status: 'new', number: '2' },
    ]);
    expect(await invoiceOf('P1')).toBeNull();
    expect(await debtorOf('1')).toBeNull();
  });

  it('refuses a number that is there twice, naming both places', async () => {
    const items = await itemsOf([
      { number: 'P2', debtor: { number: '1' } },
      { number: 'P3', debtor: { number: '1' } },
      { number: 'P2', debtor: { number: '1' } },
    ]);

    expect(items.map((one) => one.status)).toEqual(['refused', 'new', 'refused']);
    for (const item of [items[0], items[2]]) {
      expect(item?.reason).toMatchObject({
        code: 'NUMBER_TWICE',
        message: expect.stringMatching(/line 1; .*line 3/),
      });
    }
  });

  it.each([
    ['CURRENCY_DIFFERS', { currency: 'USD' }],
    ['OPEN_AMOUNT_INVALID', { openCents: 10_001 }],
    ['OPEN_AMOUNT_INVALID', { openCents: -1 }],
    ['DEBTOR_NOT_IDENTIFIED', { debtor: { name: 'Only a name' } }],
  ])('refuses with %s what our rules do not allow', async (code, more) => {
    const [item] = await itemsOf([{ number: 'P4', debtor: { number: '1' }, ...more }]);

    expect(item).toMatchObject({ status: 'refused', reason: { code } });
  });

  it('refuses a broken file as a whole and reads the others', async () => {
    const broken = jsonFile([{ number: 'P5', debtor: { number: '1' } }, 'BROKEN'], 'broken.json');
    const good = jsonFile([{ number: 'P6', debtor: { number: '1' } }], 'good.json');
    const strange = { name: 'photo.jpg', bytes: Buffer.from('x') };

    const made = await preview(broken, good, strange);

    expect(made.files).toMatchObject([
      { format: 'json', counts: { refused: 1, new: 0 } },
      { format: 'json', counts: { new: 1 } },
      { format: null, counts: { refused: 1 } },
    ]);
    const { items } = await world.imports.items(world.scope, made._id);
    expect(items.map((one) => (one.reason as { message: string } | null)?.message)).toEqual([
      'broken.json, line 2: it ends here',
      undefined,
      'photo.jpg: this is not a file that can be read here.',
    ]);
  });
});

describe('an import of another agency', () => {
  it('is not found', async () => {
    const { _id } = await preview(jsonFile([{ number: 'X', debtor: { number: '1' } }]));
    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };

    await expect(world.imports.commit(stranger, { importId: _id, by: 'x' })).rejects.toMatchObject({
      code: 'IMPORT_NOT_FOUND',
    });
    await expect(
      world.imports.preview(stranger, {
        administrationId: world.place.administrationId,
        files: [jsonFile([])],
        by: 'x',
      }),
    ).rejects.toMatchObject({ code: 'ADMINISTRATION_NOT_FOUND' });
  });
});
