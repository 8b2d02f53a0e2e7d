import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { agencyScope, newId } from '../../store/index.ts';
import { tasks } from '../tasks/index.ts';
import { openPaying } from '../testing/open-paying.ts';
import type { World } from '../testing/world.ts';
import { onlinePayments } from './online-payment.model.ts';
import { type PlayedPayments, playPayments } from '../testing/play-payments.ts';

let world: World;
let play: PlayedPayments;
openPaying(testDatabase(), (opened) => ({ world, play } = opened));

describe('paying online', () => {
  it('asks what is open today of what was chosen, and books it once it is paid', async () => {
    const [first, second] = [await play.invoice(10_000), await play.invoice(2_550)];

    expect(await play.start(first._id, second._id)).toEqual({ payUrl: 'https://pay.example/1' });

    expect(play.provider.asked[0]).toMatchObject({
      amountCents: 12_550,
      currency: 'EUR',
      description: `Van Dijk ${first.number} ${second.number}`,
    });
    const row = await play.tell({ state: 'paid', paidCents: cents(12_550), method: 'ideal' });
    expect(row).toMatchObject({ state: 'paid', method: 'ideal' });
    expect((await world.invoice(first._id)).openCents).toBe(0);
    expect((await world.invoice(second._id)).openCents).toBe(0);
  });

  /*
   * The country of these tests: costs are a tenth and due five days after the letter; 12 % of interest over a
   * year of 360 days. 100.00 due on 14 February, a letter on the 20th; on 2 March costs are 10.00, and interest
   * of 15 days 0.50.
   */
  it('asks for costs that became due and for interest up to today, and books each on its part', async () => {
    const consumer = await world.given.debtor({ kind: 'consumer' });
    play = await playPayments(world, { debtor: consumer });
    const { _id } = await play.invoice(10_000);
    await world.claims.setCostState(world.scope, {
      invoiceId: _id,
      to: 'announced',
      reason: 'brief',
      by: 'Anna',
    });
    const letter = { channel: 'post', sentOn: '2026-02-20', receivedOn: null } as const;
    const said = { debtorId: consumer._id, statedCents: null, reason: 'brief', by: 'Anna' };
    await world.claims.recordLetter(world.scope, { ...letter, ...said });

    const [item] = await play.paying.items(world.scope, consumer._id);
    expect(item).toMatchObject({ principalCents: 10_000, costsCents: 1_000, interestCents: 50 });
    const { openCents } = await world.claims.specify(world.scope, consumer._id);
    expect(openCents).toBe(11_050);
    await play.start(_id);
    expect(play.provider.asked[0]).toMatchObject({ amountCents: 11_050 });
    await play.tell({ state: 'paid', paidCents: cents(11_050) });

    expect(await world.invoice(_id)).toMatchObject({ openCents: 0, costState: 'claimable' });
    const { items } = await world.ledger.entriesOf(world.scope, consumer._id);
    const credits = items.filter(({ kind }) => kind === 'credited');
    expect(credits.map(({ part, amountCents }) => [part, amountCents])).toEqual(
      expect.arrayContaining([
        ['costs', -1_000],
        ['interest', -50],
        ['principal', -10_000],
      ]),
    );
  });

  it('books once, however many tell it at the same moment', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);
    play.provider.say({ state: 'paid', paidCents: cents(10_000) });
    const { _id: id } = await play.theRow();

    await Promise.all(Array.from({ length: 8 }, () => play.paying.follow(world.scope, id)));

    expect(await play.paymentsOf()).toHaveLength(1);
    expect((await world.invoice(_id)).openCents).toBe(0);
  });

  it('gives the same page to who presses twice, and a new one when the amount changed', async () => {
    const [one, two] = [await play.invoice(10_000), await play.invoice(500)];
    await play.start(one._id);
    await play.start(one._id);
    await play.start(one._id, two._id);

    expect(play.provider.asked.map(({ amountCents }) => amountCents)).toEqual([10_000, 10_500]);
  });

  it('asks nothing for what is paid, contested or of somebody else', async () => {
    const other = await world.given.debtor();
    const foreign = await world.given.invoice({ debtorId: other._id });
    const contested = await play.invoice(10_000);
    await world.disputes.open(world.scope, {
      debtorId: play.debtor._id,
      invoiceIds: [contested._id],
      reason: 'x',
      by: 'Anna',
    });

    for (const id of [foreign._id, contested._id, newId()]) {
      await expect(play.start(id)).rejects.toMatchObject({ code: 'NOTHING_TO_PAY' });
    }
    expect(play.provider.asked).toHaveLength(0);
  });

  it('does not pay twice what was paid meanwhile: a person decides about the rest', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);
    await world.payments.bookByHand(world.scope, {
      debtorId: play.debtor._id,
      amountCents: cents(6_000),
      receivedOn: '2026-03-02',
      by: 'Anna',
    });

    await play.tell({ state: 'paid', paidCents: cents(10_000) });

    expect((await world.invoice(_id)).openCents).toBe(0);
    const task = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ debtorId: play.debtor._id, kind: 'review' });
    expect(task?.because).toMatchObject({ params: { leftCents: 6_000 } });
  });

  it('is not a payment while it is only promised, or when it failed', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);

    for (const state of ['open', 'pending', 'failed', 'expired', 'cancelled'] as const) {
      expect(await play.tell({ state })).toMatchObject({ state, paymentId: null });
    }
    expect(await play.paymentsOf()).toHaveLength(0);
  });

  it('opens the invoice again when the bank of the payer takes it back', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);
    const paid = { state: 'paid', paidCents: cents(10_000) } as const;
    await play.tell(paid);

    await play.tell({ ...paid, chargedBackCents: cents(10_000) });
    await play.tell({ ...paid, chargedBackCents: cents(10_000) });

    expect((await world.invoice(_id)).openCents).toBe(10_000);
    expect((await play.paymentsOf())[0]).toMatchObject({ reversalReason: 'chargeback' });
  });

  it('leaves nothing behind when the provider is away, and can be tried again', async () => {
    const { _id } = await play.invoice(10_000);
    play.provider.fail('CONNECTOR_UNAVAILABLE');
    await expect(play.start(_id)).rejects.toMatchObject({ code: 'CONNECTOR_UNAVAILABLE' });
    play.provider.fail(null);

    await play.start(_id);

    expect((await play.rows()).map(({ state }) => state)).toEqual(['failed', 'open']);
  });
});

describe('what nobody told us about', () => {
  it('is asked by itself, often at first and seldom later', async () => {
    const { _id } = await play.invoice(10_000);
    const startedAt = world.clock.now();
    const after = (minutes: number) =>
      world.clock.moveTo(new Date(startedAt.getTime() + minutes * 60_000));
    await play.start(_id);

    const looksAfter = async (minutes: number) => {
      after(minutes);
      const before = play.provider.looked.length;
      await play.paying.sweep(world.scope);
      return play.provider.looked.slice(before).filter((one) => one === own).length;
    };
    const own = (await play.theRow()).providerId;

    expect(await looksAfter(1)).toBe(0);
    expect(await looksAfter(6)).toBe(1);
    expect(await looksAfter(7)).toBe(0);
    play.provider.say({ state: 'paid', paidCents: cents(10_000) });
    expect(await looksAfter(24 * 60)).toBe(1);

    expect((await world.invoice(_id)).openCents).toBe(0);
    world.clock.moveTo(startedAt);
  });

  it('was never handed out when the process stopped halfway, and is given up', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);
    const table = world.store.table(onlinePayments).in(world.scope);
    const row = await play.theRow();
    const startedAt = new Date(row.startedAt.getTime() - 2 * 3_600_000);
    await table.updateOne(
      { _id: row._id },
      { $set: { state: 'starting', providerId: null, startedAt } },
    );

    await play.paying.sweep(world.scope);

    expect((await play.theRow()).state).toBe('expired');
  });
});

describe('other people', () => {
  it('find no payment of somebody else', async () => {
    const { _id } = await play.invoice(10_000);
    await play.start(_id);
    const row = await play.theRow();
    const elsewhere = agencyScope(newId());

    await expect(play.paying.follow(elsewhere, row._id)).rejects.toMatchObject({ status: 404 });
  });
});
