import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { newId } from '../../store/index.ts';
import { payments } from '../payments/index.ts';
import { bankLine } from '../testing/bank.ts';
import { tasks } from '../tasks/index.ts';
import { openTrustWorld, type TrustWorld } from '../testing/trust-world.ts';

const database = testDatabase();
let world: TrustWorld;
beforeAll(async () => {
  world = await openTrustWorld(database.uri);
});
afterAll(() => world.close());

const by = 'Anna';
const standing = () => world.trust.trustAccounts.get(world.scope, world.account._id);

describe('a receipt on the trust account', () => {
  it('pays invoices of several creditors and is held for each of them', async () => {
    const [first, second] = world.places as [never, never];
    const one = await world.owed(first, 'A-1');
    const two = await world.owed(second, 'B-1', 4_000);
    const line = bankLine(14_000, { description: 'samen' });
    await world.receive([line]);
    const { _id } = await world.lineOf(line.bankReference);

    const allocations = [
      { invoiceId: one, amountCents: cents(10_000) },
      { invoiceId: two, amountCents: cents(4_000) },
    ];
    await world.trust.trustLines.allocate(world.scope, _id, { allocations, by });

    expect((await world.invoice(one)).openCents).toBe(0);
    expect((await world.invoice(two)).paidOn).toBe('2026-03-02');
    expect(await world.heldFor(first)).toEqual([10_000, 0, 0]);
    expect(await world.heldFor(second)).toEqual([4_000, 0, 0]);
    expect(await world.lineOf(line.bankReference)).toMatchObject({ state: 'settled' });
    expect(await standing()).toMatchObject({ bankCents: 14_000, unallocatedCents: 0 });
    expect(await world.problems()).toEqual([]);
    expect(await world.published()).toContain('trust.changed');
  });

  it('is matched by itself, over all creditors, and stays with a person when two could be meant', async () => {
    const [first, second] = world.places as [never, never];
    await world.owed(first, 'C-1');
    await world.owed(first, 'SAME-1');
    await world.owed(second, 'SAME-1');
    const certain = bankLine(10_000, { description: 'factuur C-1' });
    const twofold = bankLine(10_000, { description: 'factuur SAME-1' });

    const received = await world.receive([certain, twofold]);

    expect(received).toMatchObject({ newCount: 2, settledCount: 1, waitingCount: 1 });
    expect(await world.lineOf(twofold.bankReference)).toMatchObject({ state: 'plausible' });
    expect(await world.problems()).toEqual([]);
  });

  it('counts once, however often and by how many it is delivered', async () => {
    const before = await standing();
    const lines = [bankLine(700), bankLine(800)];
    await Promise.all([world.receive(lines), world.receive(lines), world.receive(lines)]);

    expect((await standing()).bankCents).toBe(before.bankCents + 1_500);
    expect(await world.problems()).toEqual([]);
  });

  it('is nobody’s again when its allocation is undone, by the account or by the payment', async () => {
    const place = world.places[0]!;
    const [held] = await world.heldFor(place);
    const invoiceId = await world.owed(place, 'U-1');
    const line = bankLine(10_000, { description: 'factuur U-1' });
    await world.receive([line]);
    const { _id } = await world.lineOf(line.bankReference);

    await world.trust.trustLines.release(world.scope, _id, { by, reason: 'Verkeerd' });
    expect(await world.heldFor(place)).toEqual([held, 0, 0]);
    expect((await world.invoice(invoiceId)).openCents).toBe(10_000);

    const allocations = [{ invoiceId, amountCents: cents(10_000) }];
    await world.trust.trustLines.allocate(world.scope, _id, { allocations, by });
    const paid = await world.store
      .table(payments)
      .in(world.scope)
      .findOne({ key: { $regex: `^trust-line:${_id.toHexString()}` } as never, reversedAt: null });
    await world.payments.reverse(world.scope, paid!._id, { by, reason: 'Toch niet' });
    const event = { name: 'payment.reversed', data: { paymentId: paid!._id.toHexString() } };
    const place_ = { administrationId: place.administrationId.toHexString() };
    const handed = [{ ...event, id: newId().toHexString(), at: new Date(0), place: place_ }];
    await world.trust.listeners[0]!.handle(handed as never);
    await world.trust.listeners[0]!.handle(handed as never);

    expect(await world.heldFor(place)).toEqual([held, 0, 0]);
    expect(await world.lineOf(line.bankReference)).toMatchObject({
      state: 'waiting',
      allocatedCents: 0,
    });
    expect(await world.problems()).toEqual([]);
  });

  it('keeps for the agency what was agreed, and no more', async () => {
    const place = world.places[1]!;
    const [held = 0] = await world.heldFor(place);
    const terms = { feeBasisPoints: 1_500, keepsCosts: true };
    await world.trust.trustAccounts.agree(world.scope, place.creditorId, terms);
    await world.owed(place, 'FEE-1', 10_003);
    await world.receive([bankLine(10_003, { description: 'factuur FEE-1' })]);

    // 15 % of 100,03 is 15,0045.
    expect(await world.heldFor(place)).toEqual([held + 8_503, 0, 0]);
    expect((await standing()).agencyCents).toBe(1_500);
    expect(await world.problems()).toEqual([]);
  });
});

describe('money that leaves the account', () => {
  it('waits for its reason: back to the payer, or to the agency', async () => {
    const wrong = bankLine(5_000, { description: 'vergissing' });
    const back = bankLine(-5_000, { description: 'terug' });
    const fee = bankLine(-1_500, { description: 'provisie' });
    await world.receive([wrong, back, fee]);
    const before = await standing();
    expect(before.unexplainedCents).toBe(6_500);

    const idOf = async (line: typeof wrong) => (await world.lineOf(line.bankReference))._id;
    const { explain } = world.trust.trustLines;
    await explain(world.scope, await idOf(back), {
      as: 'refund',
      trustLineId: await idOf(wrong),
      by,
    });
    await explain(world.scope, await idOf(fee), { as: 'agency', trustLineId: null, by });

    expect(await world.lineOf(wrong.bankReference)).toMatchObject({ state: 'settled' });
    expect(await standing()).toMatchObject({ unexplainedCents: 0, agencyCents: 0 });
    await expect(
      explain(world.scope, await idOf(fee), { as: 'agency', trustLineId: null, by }),
    ).rejects.toMatchObject({ code: 'TRUST_LINE_SETTLED' });
    expect(await world.problems()).toEqual([]);
  });
});

describe('the books against the bank', () => {
  it('become a task when a day does not close, which goes when the missing statement comes', async () => {
    const missing = bankLine(300, { bookedOn: '2026-03-03' });
    const { bankCents } = await standing();
    const closing = { closingOn: '2026-03-04', closingCents: cents(bankCents + 300) };
    const received = await world.receive([], closing);
    const task = () =>
      world.store
        .table(tasks)
        .in(world.scope)
        .findOne({ key: `trust-reconciliation:${world.account._id.toHexString()}:2026-03-04` });

    expect(received.openDays).toEqual(['2026-03-04']);
    expect(await task()).toMatchObject({ state: 'open', because: { code: 'trust.not-closing' } });
    const { days } = await world.trust.trustAccounts.standing(world.scope, world.account._id);
    expect(days[0]).toMatchObject({ bankCents: bankCents + 300, bookedCents: bankCents });

    expect((await world.receive([missing])).openDays).toEqual([]);
    expect(await task()).toMatchObject({ state: 'cancelled' });
    expect(await world.trust.check(world.scope)).toEqual([]);
  });

  it('refuses a statement of another account', async () => {
    await expect(
      world.receive([bankLine(1)], { account: 'NL20INGB0001234567' }),
    ).rejects.toMatchObject({ code: 'TRUST_STATEMENT_OF_OTHER_ACCOUNT' });
  });
});

describe('what is agreed with a creditor', () => {
  it.each(['NL00ABNA0417164300', '\u0000😀😀😀😀😀😀😀', ' '])(
    'takes no account %j, which is none',
    async (iban) => {
      const [place] = world.places;

      await expect(
        world.trust.trustAccounts.agree(world.scope, place!.creditorId, { iban }),
      ).rejects.toMatchObject({ code: 'IBAN_INVALID' });
    },
  );
});
