import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { tasks } from '../tasks/index.ts';
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
