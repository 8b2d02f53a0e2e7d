import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { tasks } from '../tasks/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import type { NewInvoice } from './receive/new-invoice.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

const news = async (more: Partial<NewInvoice> = {}): Promise<NewInvoice> => ({
  debtorId: (await world.given.debtor())._id,
  number: 'F-1',
  currency: 'EUR',
  totalCents: cents(12_100),
  invoicedOn: '2026-01-15',
  dueOn: '2026-02-14',
  ...more,
});
const receive = (...invoices: NewInvoice[]) =>
  world.invoices.receive(world.scope, world.place, { news: invoices, by: 'import' });

describe('receiving invoices', () => {
  it('writes the invoice, what is owed and the event, once per number', async () => {
    const one = await news({ number: 'F-10' });
    await world.published();

    const first = await receive(one, one);
    const again = await receive({ ...one, totalCents: cents(1) });

    expect(first.size).toBe(1);
    expect(again.size).toBe(0);
    expect(await world.published()).toEqual(['invoice.received']);
    const invoice = await world.invoice(first.get('F-10') as never);
    expect(invoice).toMatchObject({ totalCents: 12_100, openCents: 12_100, paidOn: null });
    expect(invoice.history).toMatchObject([{ status: 'received', by: 'import' }]);
  });

  it('takes over what the bookkeeping saw paid before we knew of it', async () => {
    const ids = await receive(await news({ number: 'F-11', openCents: cents(2_100) }));

    const invoice = await world.invoice(ids.get('F-11') as never);

    expect(invoice).toMatchObject({ totalCents: 12_100, openCents: 2_100 });
    expect((await world.ledger.compareCaches(world.scope)).differenceCount).toBe(0);
  });
});

describe('a credit note', () => {
  const note = async (more: object) => ({
    debtorId: (await world.given.debtor())._id,
    number: 'C-1',
    currency: 'EUR',
    totalCents: cents(5_000),
    creditedOn: '2026-02-01',
    correctsNumber: null,
    ...more,
  });
  const receiveNote = async (more: object) =>
    world.invoices.receiveCreditNote(world.scope, world.place, {
      news: await note(more),
      by: 'import',
    });
  const taskOf = (number: string) =>
    world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ key: `credit-note:${number}` });

  it('lowers the invoice it corrects, once', async () => {
    const { debtorId } = await news();
    const invoice = await world.given.invoice({ debtorId, number: 'F-20' });
    await world.published();

    await receiveNote({ debtorId, number: 'C-20', correctsNumber: 'F-20' });
    await receiveNote({ debtorId, number: 'C-20', correctsNumber: 'F-20' });

    expect((await world.invoice(invoice._id)).openCents).toBe(5_000);
    expect(await world.published()).toEqual(['invoice.credited']);
    expect(await taskOf('C-20')).toBeNull();
  });

  it('leaves what is more than the invoice to a person', async () => {
    const { debtorId } = await news();
    const invoice = await world.given.invoice({
      debtorId,
      number: 'F-21',
      totalCents: cents(3_000),
    });

    await receiveNote({ debtorId, number: 'C-21', correctsNumber: 'F-21' });

    const closed = await world.invoice(invoice._id);
    expect(closed).toMatchObject({ openCents: 0, paidOn: null });
    expect(closed.history.at(-1)?.status).toBe('credited');
    expect(await taskOf('C-21')).toMatchObject({
      state: 'open',
      because: { params: { leftCents: 2_000 } },
    });
  });

  it('waits for an invoice that comes later, and takes its task back then', async () => {
    const { debtorId } = await news();
    await receiveNote({ debtorId, number: 'C-22', correctsNumber: 'F-22' });
    expect(await taskOf('C-22')).toMatchObject({ state: 'open' });

    const invoice = await world.given.invoice({ debtorId, number: 'F-22' });

    expect((await world.invoice(invoice._id)).openCents).toBe(5_000);
    expect(await taskOf('C-22')).toMatchObject({ state: 'cancelled' });
  });

  it('does not touch an invoice of another debtor', async () => {
    const { debtorId } = await news();
    const invoice = await world.given.invoice({ debtorId, number: 'F-23' });

    await receiveNote({ number: 'C-23', correctsNumber: 'F-23' });

    expect((await world.invoice(invoice._id)).openCents).toBe(10_000);
    expect(await taskOf('C-23')).toMatchObject({ state: 'open' });
  });
});

describe('collection costs by hand', () => {
  it('keep who and why, and refuse to skip the announcement', async () => {
    const invoice = await world.given.invoice({ debtorId: (await news()).debtorId });
    const set = (to: 'none' | 'announced' | 'claimable') =>
      world.claims.setCostState(world.scope, {
        invoiceId: invoice._id,
        to,
        reason: 'By phone',
        by: 'Anna',
      });

    await expect(set('claimable')).rejects.toMatchObject({ code: 'COSTS_NOT_ANNOUNCED' });
    await set('announced');
    await set('claimable');
    const reset = await set('none');

    expect(reset).toMatchObject({ costState: 'none', announcedOn: null, claimableOn: null });
    expect(reset.history.slice(1)).toMatchObject([
      { status: 'costs-announced', by: 'Anna', reason: 'By phone' },
      { status: 'costs-claimable' },
      { status: 'costs-reset' },
    ]);
  });
});

describe('finding invoices', () => {
  it('lists open ones longest due first, page by page, and closed ones only as history', async () => {
    const debtor = await world.given.debtor({ name: 'Bakkerij Zonneveld' });
    for (const dueOn of ['2026-02-03', '2026-02-01', '2026-02-02', '2026-02-01']) {
      await world.given.invoice({ debtorId: debtor._id, dueOn });
    }
    const closed = await world.given.invoice({ debtorId: debtor._id });
    await world.ledger.writeOff(world.scope, closed._id, { reason: 'x', by: 'x' });
    const query = { debtorId: debtor._id };

    const first = await world.invoices.list(world.scope, { ...query, page: { limit: 3 } });
    const rest = await world.invoices.list(world.scope, {
      ...query,
      page: { limit: 3, cursor: first.nextCursor ?? '' },
    });

    const days = [...first.items, ...rest.items].map((one) => one.invoice.dueOn);
    expect(days).toEqual(['2026-02-01', '2026-02-01', '2026-02-02', '2026-02-03']);
    expect(rest.nextCursor).toBeNull();
    const history = await world.invoices.list(world.scope, { ...query, history: true });
    expect(history.items).toHaveLength(5);
  });

  it('searches by number in any writing and by the name of the debtor', async () => {
    const debtor = await world.given.debtor({ name: 'Schildersbedrijf Öztürk' });
    await world.given.invoice({ debtorId: debtor._id, number: 'VK/2026-7788' });
    const numbers = async (search: string) =>
      (await world.invoices.list(world.scope, { search })).items.map((one) => one.invoice.number);

    expect(await numbers('vk 2026 7788')).toEqual(['VK/2026-7788']);
    expect(await numbers('20267788')).toEqual(['VK/2026-7788']);
    expect(await numbers('ozturk')).toEqual(['VK/2026-7788']);
    expect(await numbers('.*')).toEqual([]);
  });

  it('refuses a cursor that is not ours', async () => {
    await expect(
      world.invoices.list(world.scope, { page: { cursor: 'e30' } }),
    ).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
  });
});

describe('documents', () => {
  it('are kept once, and not found by strangers', async () => {
    const bytes = Buffer.from('%PDF-1.7 invoice');
    const file = { name: 'invoice.pdf', mediaType: 'application/pdf', bytes };
    const document = await world.invoices.storeDocument(world.scope, world.place, file);
    const twice = await world.invoices.storeDocument(world.scope, world.place, file);
    const { debtorId } = await news();
    const invoice = await world.given.invoice({ debtorId, documents: [document] });

    expect(twice.fileId).toEqual(document.fileId);
    const opened = await world.invoices.openDocument(world.scope, invoice._id, document._id);
    expect(Buffer.concat(await opened.content.toArray()).toString()).toBe('%PDF-1.7 invoice');
    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };
    await expect(world.files.open(stranger, document.fileId)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
  });
});
