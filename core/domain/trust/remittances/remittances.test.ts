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

const { place, propose, approved, paidOut, comesIn, remitted } = remitting(() => world);
const because = { by: anna, reason: 'Nog niet' };
beforeEach(async () => {
  await comesIn();
});

describe('a remittance', () => {
  it('is made by one and approved by another, and is paid when the bank shows it', async () => {
    const made = await propose();
    expect(await world.heldFor(place())).toEqual([0, made.totalCents, 0]);
    const { approve, get, file } = world.trust.trustRemittances;
    await expect(approve(world.scope, made._id, anna)).rejects.toMatchObject({
      code: 'TRUST_FOUR_EYES',
    });
    await expect(file(world.scope, made._id, { by: anna, again: false })).rejects.toMatchObject({
      code: 'TRUST_REMITTANCE_STATE',
    });

    const agreed = await approve(world.scope, made._id, bram);
    await world.receive(paidOut(agreed));

    expect(await get(world.scope, made._id)).toMatchObject({ state: 'done' });
    expect(await world.heldFor(place())).toEqual([0, 0, 0]);
    expect(await world.problems()).toEqual([]);
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
  });

  it('takes no cent twice when many are made at once', async () => {
    await comesIn();
    const [held = 0] = await world.heldFor(place());
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => propose()));
    const made = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));

    expect(made.reduce((sum, one) => sum + one.totalCents, 0)).toBe(held);
    expect(await world.heldFor(place())).toEqual([0, held, 0]);
    expect(new Set(refused)).toEqual(new Set(['NOTHING_TO_REMIT']));
    expect(await world.problems()).toEqual([]);
    for (const { _id } of made) {
      await world.trust.trustRemittances.withdraw(world.scope, _id, because);
    }
    expect(await world.heldFor(place())).toEqual([held, 0, 0]);
    await remitted();
  });

  it('waits with direct debits until the payer cannot have them taken back', async () => {
    await remitted();
    await comesIn({ mandateId: 'M-1' });

    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
    const [before] = await world.trust.trustRemittances.remittable(world.scope, world.account._id);
    expect(before).toMatchObject({ amountCents: 0, onHoldCents: 10_000 });

    const now = world.clock.now();
    world.clock.moveTo(new Date('2026-04-27T09:00:00Z'));
    const [after] = await world.trust.trustRemittances.remittable(world.scope, world.account._id);
    expect(after).toMatchObject({ amountCents: 10_000, onHoldCents: 0 });
    await remitted();
    world.clock.moveTo(now);
  });

  it('gives its file for the bank twice only when that is said', async () => {
    const { file, withdraw, cancelPayment } = world.trust.trustRemittances;
    const remittance = await approved();
    const first = await file(world.scope, remittance._id, { by: bram, again: false });
    await expect(
      file(world.scope, remittance._id, { by: anna, again: false }),
    ).rejects.toMatchObject({ code: 'TRUST_FILE_TAKEN', details: { by: 'Bram' } });
    const second = await file(world.scope, remittance._id, { by: anna, again: true });
    expect(second).toEqual(first);

    await expect(withdraw(world.scope, remittance._id, because)).rejects.toMatchObject({
      code: 'TRUST_FILE_OUT',
    });
    const [payment] = remittance.payments;
    const { endToEndId } = payment!;
    await cancelPayment(world.scope, remittance._id, { ...because, endToEndId });
    expect(await world.heldFor(place())).toEqual([payment!.amountCents, 0, 0]);
    expect(await world.problems()).toEqual([]);
    await remitted();
  });

  it('goes on without a payment that somebody leaves out before it is approved', async () => {
    const { cancelPayment, approve, file, get } = world.trust.trustRemittances;
    const other = world.places[1]!;
    const number = `R-other`;
    await world.owed(other, number);
    await world.receive([bankLine(7_500, { description: `factuur ${number}` })]);
    const made = await propose();
    const left = made.payments.find((one) => one.creditorId.equals(other.creditorId))!;
    const out = { ...because, endToEndId: left.endToEndId };

    const smaller = await cancelPayment(world.scope, made._id, out);
    expect(smaller).toMatchObject({ state: 'proposed', totalCents: made.totalCents - 7_500 });
    await expect(cancelPayment(world.scope, made._id, out)).rejects.toMatchObject({
      code: 'TRUST_REMITTANCE_STATE',
    });
    expect(await world.heldFor(other)).toEqual([7_500, 0, 0]);
    await approve(world.scope, made._id, bram);
    const { text } = await file(world.scope, made._id, { by: bram, again: false });
    expect(text).not.toContain(left.endToEndId);
    await world.receive(
      paidOut(smaller).filter(({ endToEndId }) => endToEndId !== left.endToEndId),
    );
    expect(await get(world.scope, made._id)).toMatchObject({ state: 'done' });

    const alone = await propose();
    const [only] = alone.payments;
    const last = { ...because, endToEndId: only!.endToEndId };
    expect(await cancelPayment(world.scope, alone._id, last)).toMatchObject({ state: 'withdrawn' });
    expect(await world.heldFor(other)).toEqual([7_500, 0, 0]);
    expect(await world.problems()).toEqual([]);
    await remitted();
  });
});
