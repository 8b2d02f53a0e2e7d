import { cents, message, negateCents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { openWorld, type World } from '../testing/world.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

const names = async (query: object) =>
  (await world.debtors.list(world.scope, query)).items.map((one) => one.debtor.name);

describe('debtors', () => {
  it('have a number once per administration', async () => {
    await world.given.debtor({ number: '77' });

    await expect(world.given.debtor({ number: '77' })).rejects.toMatchObject({
      code: 'DEBTOR_NUMBER_TAKEN',
    });
  });

  it('are found by what they are called after a change, and no longer by what they were', async () => {
    const debtor = await world.given.debtor({ name: 'Oude Naam' });
    await world.published();

    await world.debtors.update(world.scope, debtor._id, { name: 'Nieuwe Zaak', email: null });

    expect(await names({ search: 'nieuwe' })).toEqual(['Nieuwe Zaak']);
    expect(await names({ search: 'oude' })).toEqual([]);
    expect(await world.published()).toEqual(['debtor.changed']);
  });

  it('have contacts that can be added, changed and removed', async () => {
    const debtor = await world.given.debtor();
    const { contacts } = world.debtors;

    const added = await contacts.add(world.scope, debtor._id, { name: 'Ria Smit' });
    const place = { debtorId: debtor._id, contactId: added.contacts[0]!._id };
    const changed = await contacts.update(world.scope, place, { getsLetters: true });
    expect(changed.contacts[0]).toMatchObject({ name: 'Ria Smit', getsLetters: true });
    expect((await contacts.remove(world.scope, place)).contacts).toHaveLength(0);
    await expect(contacts.remove(world.scope, place)).rejects.toMatchObject({
      code: 'CONTACT_NOT_FOUND',
    });
  });

  it('are paused up to and including a day, and resumed with a choice', async () => {
    const debtor = await world.given.debtor({ name: 'Pauze BV' });
    const pause = { until: '2026-03-10', reason: 'Promised to pay' };
    await world.debtors.pause(world.scope, debtor._id, pause);
    await expect(world.debtors.pause(world.scope, debtor._id, pause)).rejects.toMatchObject({
      code: 'ALREADY_PAUSED',
    });

    expect(await names({ state: 'paused' })).toEqual(['Pauze BV']);
    world.clock.moveTo(new Date('2026-03-11T08:00:00Z'));
    expect(await names({ state: 'paused' })).toEqual([]);
    await expect(world.debtors.resume(world.scope, debtor._id, 'now')).rejects.toMatchObject({
      code: 'NOT_PAUSED',
    });
    await expect(world.debtors.pause(world.scope, debtor._id, pause)).rejects.toMatchObject({
      code: 'PAUSE_IN_THE_PAST',
    });
    world.clock.moveTo(new Date('2026-03-02T09:00:00Z'));
  });

  it('are listed by what they owe, in pages that lose and repeat nobody', async () => {
    const place = await world.newPlace();
    const query = { administrationId: place.administrationId, state: 'overdue' as const };
    for (let n = 0; n < 12; n += 1) {
      const debtor = await world.debtors.create(world.scope, place, {
        number: `L${n}`,
        kind: 'business',
        name: n % 2 === 0 ? 'Same name' : `Other ${n}`,
      });
      const invoice = {
        debtorId: debtor._id,
        number: `L${n}`,
        currency: 'EUR',
        totalCents: cents(1_000),
        invoicedOn: '2026-01-01',
        dueOn: n < 9 ? '2026-02-01' : '2026-04-01',
      };
      await world.invoices.receive(world.scope, place, { news: [invoice], by: 'test' });
    }

    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof world.debtors.list>> = await world.debtors.list(
        world.scope,
        { ...query, page: { limit: 4, cursor: cursor ?? undefined } },
      );
      found.push(...page.items.map((one) => one.debtor.number));
      expect(page.items.every((one) => one.totals?.overdueCents === 1_000)).toBe(true);
      cursor = page.nextCursor;
    } while (cursor);

    expect(found.toSorted()).toEqual(['L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8']);
  });

  it('of another agency are not found', async () => {
    const debtor = await world.given.debtor();
    const stranger = { ...world.scope, agencyId: (await world.newPlace(false)).agencyId };

    await expect(world.debtors.get(stranger, debtor._id)).rejects.toMatchObject({
      code: 'DEBTOR_NOT_FOUND',
      status: 404,
    });
    await expect(
      world.debtors.list(stranger, { administrationId: world.place.administrationId }),
    ).rejects.toMatchObject({ code: 'ADMINISTRATION_NOT_FOUND' });
  });
});

describe('payment behaviour', () => {
  it('is computed from paid invoices and announced when it changed', async () => {
    const debtor = await world.given.debtor();
    for (const [index, paidOn] of ['2026-02-10', '2026-02-12', '2026-02-14'].entries()) {
      const invoice = await world.given.invoice({
        debtorId: debtor._id,
        invoicedOn: '2026-01-10',
        totalCents: cents(1_000),
      });
      await world.store.transaction((session) =>
        world.ledger.post(world.scope, session, [
          {
            invoiceId: invoice._id,
            closesAs: 'paid',
            entries: [
              {
                key: `behaviour-${index}`,
                kind: 'credited',
                part: 'principal',
                amountCents: negateCents(cents(1_000)),
                bookedOn: paidOn,
                reason: message('ledger.payment'),
                by: 'test',
              },
            ],
          },
        ]),
      );
    }
    await world.published();

    expect(await world.debtors.refreshBehaviour(world.scope, [debtor._id])).toBe(1);
    expect(await world.debtors.refreshBehaviour(world.scope, [debtor._id])).toBe(0);

    expect(await world.published()).toEqual(['debtor.changed']);
    expect((await world.debtors.get(world.scope, debtor._id)).behaviour).toEqual({
      class: 'steady',
      averageTermDays: 33,
      variationDays: 2,
      paidCount: 3,
    });
  });
});
