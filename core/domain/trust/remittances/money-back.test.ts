import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { bankLine } from '../../testing/bank.ts';
import { anna, bram, remitting } from '../../testing/remitting.ts';
import { openTrustWorld, type TrustWorld } from '../../testing/trust-world.ts';

const database = testDatabase();
let world: TrustWorld;
beforeAll(async () => {
  world = await openTrustWorld(database.uri, 2);
});
afterAll(() => world.close());

const { place, propose, comesIn, remitted } = remitting(() => world);
const because = { by: anna, reason: 'Nog niet' };
beforeEach(async () => {
  await comesIn();
});

describe('a remittance', () => {
  it('that comes back is held again and goes into the next one', async () => {
    const done = await remitted();
    const [payment] = done.payments;
    const back = bankLine(payment!.amountCents, {
      endToEndId: payment!.endToEndId,
      isReversal: true,
    });
    await world.receive([back]);

    expect(await world.heldFor(place())).toEqual([payment!.amountCents, 0, 0]);
    const next = await remitted();
    expect(next.totalCents).toBe(payment!.amountCents);
    expect(next.payments[0]!.parts).toEqual(payment!.parts);
    expect(await world.problems()).toEqual([]);
  });

  it('of money that is taken back afterwards leaves a debt of the creditor, settled with the next', async () => {
    const { line, invoiceId } = await comesIn({ endToEndId: 'DEBTOR-1' });
    await remitted();
    const back = bankLine(-line.amountCents, { endToEndId: 'DEBTOR-1', isReversal: true });
    await world.receive([back]);

    expect(await world.heldFor(place())).toEqual([0, 0, 10_000]);
    expect((await world.invoice(invoiceId)).openCents).toBe(10_000);
    await comesIn();
    expect(await world.heldFor(place())).toEqual([0, 0, 0]);
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
    await comesIn();
    expect((await propose()).totalCents).toBe(10_000);
    expect(await world.problems()).toEqual([]);
  });

  it('cannot be approved when its money was taken back meanwhile', async () => {
    const open = await world.trust.trustRemittances.list(world.scope, world.account._id);
    for (const { _id, state } of open.items) {
      if (state === 'proposed')
        await world.trust.trustRemittances.withdraw(world.scope, _id, because);
    }
    const { line } = await comesIn({ endToEndId: 'DEBTOR-2' });
    const made = await propose();
    await world.receive([
      bankLine(-line.amountCents, { endToEndId: 'DEBTOR-2', isReversal: true }),
    ]);

    await expect(
      world.trust.trustRemittances.approve(world.scope, made._id, bram),
    ).rejects.toMatchObject({ code: 'TRUST_REMITTANCE_OUTDATED' });
    await world.trust.trustRemittances.withdraw(world.scope, made._id, because);
    expect((await propose()).totalCents).toBe(made.totalCents - 10_000);
    expect(await world.problems()).toEqual([]);
  });
});
