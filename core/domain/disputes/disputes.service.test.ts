import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { tasks } from '../tasks/index.ts';
import { openWorld, type World } from '../testing/world.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

describe('a dispute', () => {
  it('marks its invoices, makes a task, and frees them when it is settled', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    await world.published();

    const dispute = await world.disputes.open(world.scope, {
      debtorId: debtor._id,
      invoiceIds: [invoice._id],
      reason: 'Never delivered',
      by: 'Anna',
    });

    const marked = await world.invoice(invoice._id);
    expect(marked.disputedAt).toEqual(world.clock.now());
    expect(marked.history.at(-1)).toMatchObject({ status: 'disputed', reason: 'Never delivered' });
    expect(await world.published()).toEqual(['task.created', 'dispute.opened']);

    const settling = { outcome: 'rejected', note: 'Signed for', by: 'Anna' } as const;
    await world.disputes.settle(world.scope, dispute._id, settling);

    expect((await world.invoice(invoice._id)).disputedAt).toBeNull();
    expect(await world.published()).toEqual(['dispute.settled']);
    const key = `dispute:${dispute._id.toHexString()}`;
    expect(await world.store.table(tasks).in(world.scope).findOne({ key })).toMatchObject({
      kind: 'dispute',
      state: 'cancelled',
    });
    await expect(world.disputes.settle(world.scope, dispute._id, settling)).rejects.toMatchObject({
      code: 'DISPUTE_SETTLED',
    });
  });

  it('keeps an invoice that another open dispute holds', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    const news = { debtorId: debtor._id, invoiceIds: [invoice._id], reason: 'x', by: 'Anna' };
    const first = await world.disputes.open(world.scope, news);
    await world.disputes.open(world.scope, news);

    const settling = { outcome: 'withdrawn', note: null, by: 'Anna' } as const;
    await world.disputes.settle(world.scope, first._id, settling);

    expect((await world.invoice(invoice._id)).disputedAt).not.toBeNull();
    const open = await world.disputes.list(world.scope, { debtorId: debtor._id, isOpen: true });
    expect(open.items).toHaveLength(1);
  });

  it('refuses invoices of another debtor', async () => {
    const debtor = await world.given.debtor();
    const other = await world.given.invoice({ debtorId: (await world.given.debtor())._id });
    const news = { debtorId: debtor._id, invoiceIds: [other._id], reason: 'x', by: 'Anna' };

    await expect(world.disputes.open(world.scope, news)).rejects.toMatchObject({
      code: 'INVOICE_NOT_FOUND',
    });
  });
});
