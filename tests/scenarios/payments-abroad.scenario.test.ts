import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../core/domain/testing/world.ts';
import { ruritania } from '../host/invented-country.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri, { countries: { find: () => ruritania } });
});
afterAll(() => world.close());

describe('a payment in a country where what was lent comes first', () => {
  /*
   * Ruritania: costs are 5 % and due a week after the letter, interest 10 % over a year of 360 days, and a
   * payment lowers principal, then interest, then costs. 1,000.00 due on 14 February 2026; a letter on the
   * 16th makes 50.00 of costs due from the 23rd. On 2 March interest of 15 days is 100,000 x 15 / 3,600 =
   * 416.67, rounded down: 4.16.
   */
  it('lowers the principal, though costs became due by law before it came', async () => {
    const { _id: debtorId } = await world.given.debtor({ kind: 'consumer' });
    const invoice = await world.given.invoice({ debtorId, totalCents: cents(100_000) });
    await world.claims.recordLetter(world.scope, {
      debtorId,
      channel: 'post',
      sentOn: '2026-02-16',
      receivedOn: null,
      statedCents: null,
      reason: 'brief',
      by: 'test',
    });
    const pay = (amountCents: number) =>
      world.payments.bookByHand(world.scope, {
        debtorId,
        amountCents: cents(amountCents),
        receivedOn: '2026-03-02',
        by: 'test',
      });

    await pay(60_000);
    expect(await world.invoice(invoice._id)).toMatchObject({
      costState: 'claimable',
      principalOpenCents: 40_000,
      costsOpenCents: 5_000,
      interestOpenCents: 416,
    });

    await pay(40_300);
    expect(await world.invoice(invoice._id)).toMatchObject({
      principalOpenCents: 0,
      interestOpenCents: 116,
      costsOpenCents: 5_000,
    });
  });
});
