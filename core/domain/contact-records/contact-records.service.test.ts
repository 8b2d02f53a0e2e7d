import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openWorld, type World } from '../testing/world.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

describe('a contact record', () => {
  it('is kept newest first, with pictures that only its own people see', async () => {
    const debtor = await world.given.debtor();
    const add = (text: string) =>
      world.contactRecords.add(world.scope, debtor._id, { kind: 'call', text, by: 'Anna' });
    await add('first');
    world.clock.moveTo(new Date('2026-03-02T10:00:00Z'));
    const second = await add('second');

    const picture = { name: 'damage.png', mediaType: 'image/png', bytes: Buffer.from('png') };
    const record = await world.contactRecords.attach(world.scope, second._id, picture);

    const { items } = await world.contactRecords.list(world.scope, debtor._id);
    expect(items.map((one) => one.text)).toEqual(['second', 'first']);
    const { fileId } = record.attachments[0]!;
    const opened = await world.contactRecords.openAttachment(world.scope, second._id, fileId);
    expect(Buffer.concat(await opened.content.toArray()).toString()).toBe('png');
    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };
    await expect(
      world.contactRecords.openAttachment(stranger, second._id, fileId),
    ).rejects.toMatchObject({ code: 'CONTACT_RECORD_NOT_FOUND' });
  });

  it('names only invoices of its own debtor', async () => {
    const debtor = await world.given.debtor();
    const own = await world.given.invoice({ debtorId: debtor._id });
    const other = await world.given.invoice({ debtorId: (await world.given.debtor())._id });
    const add = (invoiceIds: readonly (typeof own._id)[]) =>
      world.contactRecords.add(world.scope, debtor._id, {
        kind: 'note',
        text: 'About this one',
        invoiceIds,
        by: 'Anna',
      });

    expect((await add([own._id])).invoiceIds).toEqual([own._id]);
    await expect(add([own._id, other._id])).rejects.toMatchObject({ code: 'INVOICE_NOT_FOUND' });
    expect((await world.contactRecords.list(world.scope, debtor._id)).items).toHaveLength(1);
  });

  it('of a promise to pay keeps the day with the debtor', async () => {
    const debtor = await world.given.debtor();
    await world.published();

    await world.contactRecords.add(world.scope, debtor._id, {
      kind: 'payment-promise',
      text: 'After the holidays',
      promisedOn: '2026-03-20',
      by: 'Anna',
    });

    expect((await world.debtors.get(world.scope, debtor._id)).promisedOn).toBe('2026-03-20');
    expect(await world.published()).toEqual(['debtor.changed']);
  });
});
