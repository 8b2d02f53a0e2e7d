import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { newId } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { anna, bram, remitting } from '../../testing/remitting.ts';
import { openTrustWorld, type TrustWorld } from '../../testing/trust-world.ts';

const database = testDatabase();
let world: TrustWorld;
beforeAll(async () => {
  world = await openTrustWorld(database.uri, 2);
});
afterAll(() => world.close());

const { place, propose, comesIn, remitted } = remitting(() => world);
beforeEach(async () => {
  await comesIn();
});

describe('a remittance', () => {
  it('goes to another account than before once two people have vouched for that account', async () => {
    const { creditorId, administrationId } = place();
    const { remittable, vouchForPayee } = world.trust.trustRemittances;
    const mine = async () =>
      (await remittable(world.scope, world.account._id)).find((one) =>
        one.creditorId.equals(creditorId),
      );
    const vouch = (iban: string, by: typeof anna) =>
      vouchForPayee(world.scope, creditorId, { iban, by });
    await remitted();
    await comesIn();
    const agreed = 'NL44RABO0123456789';
    await world.trust.trustAccounts.agree(world.scope, creditorId, { iban: agreed, by: anna });

    expect(await mine()).toMatchObject({ isHeld: true, vouchedBy: [{ name: 'Anna' }] });
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
    await expect(vouch(agreed, anna)).rejects.toMatchObject({ code: 'TRUST_PAYEE_FOUR_EYES' });
    await expect(vouch('NL20INGB0001234567', bram)).rejects.toMatchObject({
      code: 'TRUST_PAYEE_CHANGED',
    });
    await vouch(agreed, bram);
    const { payments } = await remitted();
    expect(payments.map(({ iban }) => iban)).toEqual([agreed]);

    // In the books of the creditor nobody is known to have changed it: two others say so.
    await comesIn();
    await world.trust.trustAccounts.agree(world.scope, creditorId, { iban: null, by: anna });
    const own = 'NL02ABNA0123456789';
    await world.store
      .table(administrations)
      .in(world.scope)
      .updateOne({ _id: administrationId }, { $set: { iban: own } });
    await vouch(own, anna);
    expect(await mine()).toMatchObject({ isHeld: true });
    await vouch(own, bram);
    expect(await mine()).toMatchObject({ isHeld: false, iban: own });

    const strange = world.trust.trustRemittances.vouchForPayee(world.scope, newId(), {
      iban: own,
      by: anna,
    });
    await expect(strange).rejects.toMatchObject({ code: 'CREDITOR_NOT_FOUND' });
  });
});
