import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { tasks } from '../tasks/index.ts';
import { jsonFile, jsonImporter } from '../testing/json-importer.ts';
import { openWorld, type World } from '../testing/world.ts';
import { importing, type Lines } from '../testing/importing.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri, { importersFor: async () => [jsonImporter] });
});
afterAll(() => world.close());

const { preview, commit, itemsOf, invoiceOf, debtorOf } = importing(() => world);

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

describe('a commit', () => {
  it('writes debtors and invoices, with the usual term when the file names no due date', async () => {
    await world.published();

    const done = await commit([
      {
        number: 'C1',
        document: 'pdf of C1',
        debtor: {
          number: '100',
          name: 'Jansen B.V.',
          email: 'a@jansen.example',
          iban: 'NL20INGB0001234567',
        },
      },
      {
        number: 'C2',
        dueOn: '2026-03-01',
        openCents: 2_500,
        debtor: { number: '100', name: 'Jansen B.V.' },
      },
    ]);

    expect(done).toMatchObject({ state: 'committed', done: { new: 2, refused: 0 } });
    expect(await debtorOf('100')).toMatchObject({
      name: 'Jansen B.V.',
      kind: 'business',
      email: 'a@jansen.example',
      ibans: ['NL20INGB0001234567'],
    });
    const first = await invoiceOf('C1');
    expect(first).toMatchObject({ dueOn: '2026-02-14', openCents: 10_000 });
    expect(first?.documents).toMatchObject([{ name: 'invoice.pdf', mediaType: 'application/pdf' }]);
    expect(await invoiceOf('C2')).toMatchObject({ dueOn: '2026-03-01', openCents: 2_500 });
    expect(await world.published()).toEqual(['invoice.received', 'invoice.received']);
  });

  it('of the same file again changes nothing, and says so beforehand', async () => {
    const lines: Lines = [
      {
        number: 'C3',
        openCents: 4_000,
        document: 'C3',
        debtor: { number: '101', email: 'x@y.example' },
      },
      {
        number: 'C4',
        kind: 'credit-note',
        correctsNumber: 'C3',
        totalCents: 500,
        debtor: { number: '101' },
      },
      { debtor: { number: '102', name: 'Only a debtor' } },
    ];
    await commit(lines);
    const before = await Promise.all([invoiceOf('C3'), debtorOf('101')]);
    await world.published();

    const items = await itemsOf(lines);
    const done = await commit(lines);

    expect(items.map((one) => one.status)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(done).toMatchObject({ done: { new: 0, changed: 0, unchanged: 3 } });
    expect(await Promise.all([invoiceOf('C3'), debtorOf('101')])).toEqual(before);
    expect(before[0]?.openCents).toBe(3_500);
    expect(await world.published()).toEqual([]);
  });

  it('keeps what a person corrected here when the same file comes again', async () => {
    const lines: Lines = [{ number: 'C5', debtor: { number: '103', email: 'old@x.example' } }];
    await commit(lines);
    const debtor = await debtorOf('103');
    await world.debtors.update(world.scope, debtor!._id, { email: 'right@x.example' });

    await commit(lines);
    expect((await debtorOf('103'))?.email).toBe('right@x.example');

    const news: Lines = [{ number: 'C5', debtor: { number: '103', email: 'newest@x.example' } }];
    expect((await itemsOf(news))[0]).toMatchObject({
      status: 'changed',
      changes: [{ field: 'debtor.email', from: 'right@x.example', to: 'newest@x.example' }],
    });
    await commit(news);
    expect((await debtorOf('103'))?.email).toBe('newest@x.example');
  });

  it('posts a changed amount and what the bookkeeping sees paid, and keeps ours when it lags', async () => {
    const line = { number: 'C6', debtor: { number: '104' } };
    await commit([{ ...line, totalCents: 10_000 }]);

    expect(
      (await itemsOf([{ ...line, totalCents: 12_000, openCents: 3_000 }]))[0]?.changes,
    ).toEqual([
      { field: 'totalCents', from: 10_000, to: 12_000 },
      { field: 'openCents', from: 12_000, to: 3_000 },
    ]);
    await commit([{ ...line, totalCents: 12_000, openCents: 3_000 }]);
    expect(await invoiceOf('C6')).toMatchObject({ totalCents: 12_000, openCents: 3_000 });

    const { debtorId } = (await invoiceOf('C6'))!;
    await world.payments.bookByHand(world.scope, {
      debtorId,
      amountCents: cents(1_000),
      receivedOn: '2026-03-01',
      by: 'Anna',
    });
    await commit([{ ...line, totalCents: 12_000, openCents: 2_900 }]);
    expect((await invoiceOf('C6'))?.openCents).toBe(2_000);

    await commit([{ ...line, totalCents: 12_000, openCents: 0 }]);
    const closed = await invoiceOf('C6');
    expect(closed).toMatchObject({ openCents: 0, paidOn: '2026-03-02' });
    expect(closed?.history.map((one) => one.status)).toEqual(['received', 'changed', 'paid']);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('of an amount lowered below what was paid leaves the difference to a person', async () => {
    const line = { number: 'C7', debtor: { number: '105' } };
    await commit([{ ...line, totalCents: 10_000, openCents: 2_000 }]);

    await commit([{ ...line, totalCents: 7_000 }]);

    expect(await invoiceOf('C7')).toMatchObject({ totalCents: 7_000, openCents: 0 });
    const task = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ key: 'overpaid:C7:7000' });
    expect(task?.because).toMatchObject({ params: { overCents: 1_000 } });
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('refuses an invoice that is there with another debtor', async () => {
    await commit([{ number: 'C8', debtor: { number: '106' } }]);

    const [item] = await itemsOf([{ number: 'C8', debtor: { number: '107' } }]);

    expect(item).toMatchObject({ status: 'refused', reason: { code: 'DEBTOR_DIFFERS' } });
    await commit([{ number: 'C8', debtor: { number: '107' } }]);
    expect(await debtorOf('107')).toBeNull();
  });

  it('takes a credit note off an invoice that comes after it in the file', async () => {
    await commit([
      {
        number: 'N1',
        kind: 'credit-note',
        correctsNumber: 'C9',
        totalCents: 4_000,
        debtor: { number: '108' },
      },
      { number: 'C9', debtor: { number: '108' } },
    ]);

    expect((await invoiceOf('C9'))?.openCents).toBe(6_000);
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
