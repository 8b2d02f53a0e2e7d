import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { type AdministrationKey, newId } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { bankLine } from '../../testing/bank.ts';
import { openTrustWorld, type TrustWorld } from '../../testing/trust-world.ts';

const database = testDatabase();
let world: TrustWorld;
let place: AdministrationKey;
let counter = 0;
beforeAll(async () => {
  world = await openTrustWorld(database.uri, 2);
  place = world.places[0]!;
});
afterAll(() => world.close());

const anna = { userId: newId(), name: 'Anna' };
const bram = { userId: newId(), name: 'Bram' };
const because = { by: anna, reason: 'Nog niet' };
const propose = (by = anna) =>
  world.trust.trustRemittances.propose(world.scope, {
    trustAccountId: world.account._id,
    creditorIds: [],
    by,
  });
const approved = async () => {
  const made = await propose();
  return world.trust.trustRemittances.approve(world.scope, made._id, bram);
};
const paidOut = (remittance: Awaited<ReturnType<typeof approved>>) =>
  remittance.payments.map((one) =>
    bankLine(-one.amountCents, { endToEndId: one.endToEndId, counterpartyAccount: one.iban }),
  );
const comesIn = async (more: Parameters<typeof bankLine>[1] = {}) => {
  const number = `R-${(counter += 1)}`;
  const invoiceId = await world.owed(place, number);
  const line = bankLine(10_000, { description: `factuur ${number}`, ...more });
  await world.receive([line]);
  return { invoiceId, line, number };
};
const remitted = async () => {
  const remittance = await approved();
  await world.receive(paidOut(remittance));
  return world.trust.trustRemittances.get(world.scope, remittance._id);
};

beforeEach(async () => {
  await comesIn();
});

describe('a remittance', () => {
  it('is made by one and approved by another, and is paid when the bank shows it', async () => {
    const made = await propose();
    expect(await world.heldFor(place)).toEqual([0, made.totalCents, 0]);
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
    expect(await world.heldFor(place)).toEqual([0, 0, 0]);
    expect(await world.problems()).toEqual([]);
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
  });

  it('takes no cent twice when many are made at once', async () => {
    await comesIn();
    const [held = 0] = await world.heldFor(place);
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => propose()));
    const made = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));

    expect(made.reduce((sum, one) => sum + one.totalCents, 0)).toBe(held);
    expect(await world.heldFor(place)).toEqual([0, held, 0]);
    expect(new Set(refused)).toEqual(new Set(['NOTHING_TO_REMIT']));
    expect(await world.problems()).toEqual([]);
    for (const { _id } of made) {
      await world.trust.trustRemittances.withdraw(world.scope, _id, because);
    }
    expect(await world.heldFor(place)).toEqual([held, 0, 0]);
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
    expect(await world.heldFor(place)).toEqual([payment!.amountCents, 0, 0]);
    expect(await world.problems()).toEqual([]);
    await remitted();
  });

  it('goes on without a payment that somebody leaves out before it is approved', async () => {
    const { cancelPayment, approve, file, get } = world.trust.trustRemittances;
    const other = world.places[1]!;
    const number = `R-${(counter += 1)}`;
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

  it('that comes back is held again and goes into the next one', async () => {
    const done = await remitted();
    const [payment] = done.payments;
    const back = bankLine(payment!.amountCents, {
      endToEndId: payment!.endToEndId,
      isReversal: true,
    });
    await world.receive([back]);

    expect(await world.heldFor(place)).toEqual([payment!.amountCents, 0, 0]);
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

    expect(await world.heldFor(place)).toEqual([0, 0, 10_000]);
    expect((await world.invoice(invoiceId)).openCents).toBe(10_000);
    await comesIn();
    expect(await world.heldFor(place)).toEqual([0, 0, 0]);
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

  it('goes to another account than before once two people have vouched for that account', async () => {
    const { creditorId, administrationId } = place;
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
