import { cents, type PaymentStatus } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { agencyScope, type Id, newId, toId } from '../../store/index.ts';
import { administrations } from '../administrations/index.ts';
import { type Debtor } from '../debtors/index.ts';
import { payments } from '../payments/index.ts';
import { tasks } from '../tasks/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import { createOnlinePaymentService, type OnlinePaymentService } from './index.ts';
import { onlinePayments } from './online-payment.model.ts';
import { type PlayedProvider, playProvider } from './played-provider.ts';

const database = testDatabase();
let world: World;
let provider: PlayedProvider;
let paying: OnlinePaymentService;
let debtor: Debtor;

beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());
beforeEach(async () => {
  provider = playProvider();
  paying = serviceWith(provider);
  debtor = await world.given.debtor();
});

const serviceWith = ({ port }: PlayedProvider) =>
  createOnlinePaymentService({
    ...world,
    claimToday: world.claims.openToday,
    providersFor: async () => [{ pluginId: 'played', port }],
    addresses: { backTo: (id) => `https://inning.example/${id}`, webhook: () => null },
  });
const invoice = (totalCents: number) =>
  world.given.invoice({ debtorId: debtor._id, totalCents: cents(totalCents) });
const start = (...invoiceIds: readonly Id[]) =>
  paying.start(world.scope, {
    place: world.place,
    debtorId: debtor._id,
    communicationId: null,
    invoiceIds: invoiceIds.map((id) => id.toHexString()),
    language: 'nl',
    creditorName: 'Van Dijk',
  });
const rows = () =>
  world.store
    .table(onlinePayments)
    .in(world.scope)
    .find({ debtorId: debtor._id }, { sort: { _id: 1 } });
const theRow = async () => (await rows())[0]!;
const paymentsOf = () => world.store.table(payments).in(world.scope).find({ debtorId: debtor._id });
const tell = async (status: Partial<PaymentStatus>) => {
  provider.say(status);
  return paying.follow(world.scope, (await theRow())._id);
};
const anna = { id: 'a', name: 'Anna' };
const bram = { id: 'b', name: 'Bram' };

describe('paying online', () => {
  it('asks what is open today of what was chosen, and books it once it is paid', async () => {
    const [first, second] = [await invoice(10_000), await invoice(2_550)];

    expect(await start(first._id, second._id)).toEqual({ payUrl: 'https://pay.example/1' });

    expect(provider.asked[0]).toMatchObject({
      amountCents: 12_550,
      currency: 'EUR',
      description: `Van Dijk ${first.number} ${second.number}`,
    });
    const row = await tell({ state: 'paid', paidCents: cents(12_550), method: 'ideal' });
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
    debtor = consumer;
    const { _id } = await invoice(10_000);
    await world.claims.setCostState(world.scope, {
      invoiceId: _id,
      to: 'announced',
      reason: 'brief',
      by: 'Anna',
    });
    const letter = { channel: 'post', sentOn: '2026-02-20', receivedOn: null } as const;
    const said = { debtorId: consumer._id, statedCents: null, reason: 'brief', by: 'Anna' };
    await world.claims.recordLetter(world.scope, { ...letter, ...said });

    const [item] = await paying.items(world.scope, consumer._id);
    expect(item).toMatchObject({ principalCents: 10_000, costsCents: 1_000, interestCents: 50 });
    const { openCents } = await world.claims.specify(world.scope, consumer._id);
    expect(openCents).toBe(11_050);
    await start(_id);
    expect(provider.asked[0]).toMatchObject({ amountCents: 11_050 });
    await tell({ state: 'paid', paidCents: cents(11_050) });

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
    const { _id } = await invoice(10_000);
    await start(_id);
    provider.say({ state: 'paid', paidCents: cents(10_000) });
    const { _id: id } = await theRow();

    await Promise.all(Array.from({ length: 8 }, () => paying.follow(world.scope, id)));

    expect(await paymentsOf()).toHaveLength(1);
    expect((await world.invoice(_id)).openCents).toBe(0);
  });

  it('gives the same page to who presses twice, and a new one when the amount changed', async () => {
    const [one, two] = [await invoice(10_000), await invoice(500)];
    await start(one._id);
    await start(one._id);
    await start(one._id, two._id);

    expect(provider.asked.map(({ amountCents }) => amountCents)).toEqual([10_000, 10_500]);
  });

  it('asks nothing for what is paid, contested or of somebody else', async () => {
    const other = await world.given.debtor();
    const foreign = await world.given.invoice({ debtorId: other._id });
    const contested = await invoice(10_000);
    await world.disputes.open(world.scope, {
      debtorId: debtor._id,
      invoiceIds: [contested._id],
      reason: 'x',
      by: 'Anna',
    });

    for (const id of [foreign._id, contested._id, newId()]) {
      await expect(start(id)).rejects.toMatchObject({ code: 'NOTHING_TO_PAY' });
    }
    expect(provider.asked).toHaveLength(0);
  });

  it('does not pay twice what was paid meanwhile: a person decides about the rest', async () => {
    const { _id } = await invoice(10_000);
    await start(_id);
    await world.payments.bookByHand(world.scope, {
      debtorId: debtor._id,
      amountCents: cents(6_000),
      receivedOn: '2026-03-02',
      by: 'Anna',
    });

    await tell({ state: 'paid', paidCents: cents(10_000) });

    expect((await world.invoice(_id)).openCents).toBe(0);
    const task = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ debtorId: debtor._id, kind: 'review' });
    expect(task?.because).toMatchObject({ params: { leftCents: 6_000 } });
  });

  it('is not a payment while it is only promised, or when it failed', async () => {
    const { _id } = await invoice(10_000);
    await start(_id);

    for (const state of ['open', 'pending', 'failed', 'expired', 'cancelled'] as const) {
      expect(await tell({ state })).toMatchObject({ state, paymentId: null });
    }
    expect(await paymentsOf()).toHaveLength(0);
  });

  it('opens the invoice again when the bank of the payer takes it back', async () => {
    const { _id } = await invoice(10_000);
    await start(_id);
    const paid = { state: 'paid', paidCents: cents(10_000) } as const;
    await tell(paid);

    await tell({ ...paid, chargedBackCents: cents(10_000) });
    await tell({ ...paid, chargedBackCents: cents(10_000) });

    expect((await world.invoice(_id)).openCents).toBe(10_000);
    expect((await paymentsOf())[0]).toMatchObject({ reversalReason: 'chargeback' });
  });

  it('leaves nothing behind when the provider is away, and can be tried again', async () => {
    const { _id } = await invoice(10_000);
    provider.fail('CONNECTOR_UNAVAILABLE');
    await expect(start(_id)).rejects.toMatchObject({ code: 'CONNECTOR_UNAVAILABLE' });
    provider.fail(null);

    await start(_id);

    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'open']);
  });
});

describe('what nobody told us about', () => {
  it('is asked by itself, often at first and seldom later', async () => {
    const { _id } = await invoice(10_000);
    const startedAt = world.clock.now();
    const after = (minutes: number) =>
      world.clock.moveTo(new Date(startedAt.getTime() + minutes * 60_000));
    await start(_id);

    const looksAfter = async (minutes: number) => {
      after(minutes);
      const before = provider.looked.length;
      await paying.sweep(world.scope);
      return provider.looked.slice(before).filter((one) => one === own).length;
    };
    const own = (await theRow()).providerId;

    expect(await looksAfter(1)).toBe(0);
    expect(await looksAfter(6)).toBe(1);
    expect(await looksAfter(7)).toBe(0);
    provider.say({ state: 'paid', paidCents: cents(10_000) });
    expect(await looksAfter(24 * 60)).toBe(1);

    expect((await world.invoice(_id)).openCents).toBe(0);
    world.clock.moveTo(startedAt);
  });

  it('was never handed out when the process stopped halfway, and is given up', async () => {
    const { _id } = await invoice(10_000);
    await start(_id);
    const table = world.store.table(onlinePayments).in(world.scope);
    const row = await theRow();
    const startedAt = new Date(row.startedAt.getTime() - 2 * 3_600_000);
    await table.updateOne(
      { _id: row._id },
      { $set: { state: 'starting', providerId: null, startedAt } },
    );

    await paying.sweep(world.scope);

    expect((await theRow()).state).toBe('expired');
  });
});

describe('money back to the payer', () => {
  const paid = async (amount = 60_000) => {
    const { _id } = await invoice(amount);
    await start(_id);
    await tell({ state: 'paid', paidCents: cents(amount) });
    return (await theRow())._id;
  };
  const ask = (id: Id, amountCents: number, key = 'r1') =>
    paying.refund(world.scope, id, {
      key,
      amountCents: cents(amountCents),
      reason: 'Dubbel betaald',
      by: anna,
    });

  it('goes at once below the limit, and once for one key', async () => {
    const id = await paid();

    const row = await ask(id, 25_000);
    await ask(id, 25_000);

    expect(row.refunds).toMatchObject([{ state: 'sent', amountCents: 25_000, askedBy: 'Anna' }]);
    expect(provider.refunded).toHaveLength(1);
  });

  it('waits above the limit for somebody else, who approves or declines', async () => {
    const id = await paid();
    const row = await ask(id, 25_001);
    expect(row.refunds).toMatchObject([{ state: 'waiting' }]);
    expect(provider.refunded).toHaveLength(0);

    const decide = (by: typeof anna, isApproved = true) =>
      paying.decideRefund(world.scope, id, { key: 'r1', isApproved, by });
    await expect(decide(anna)).rejects.toMatchObject({ code: 'REFUND_NEEDS_SECOND_PERSON' });
    expect((await decide(bram)).refunds).toMatchObject([{ state: 'sent', decidedBy: 'Bram' }]);
    await expect(decide(bram)).rejects.toMatchObject({ code: 'REFUND_DECIDED' });
  });

  it('is never more than came in, also when several ask at once', async () => {
    const id = await paid(10_000);

    const asked = await Promise.allSettled([ask(id, 6_000, 'a'), ask(id, 6_000, 'b')]);

    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(provider.refunded).toHaveLength(1);
    await expect(ask(id, 4_001, 'c')).rejects.toMatchObject({
      code: 'REFUND_EXCEEDS_PAYMENT',
      details: { leftCents: 4_000 },
    });
  });

  it('is tried again by itself when the provider was away, with the same key', async () => {
    const id = await paid();
    provider.fail('CONNECTOR_AMBIGUOUS');
    expect((await ask(id, 100)).refunds).toMatchObject([{ state: 'sending' }]);
    provider.fail(null);

    await paying.sweep(world.scope);

    expect((await theRow()).refunds).toMatchObject([{ state: 'sent' }]);
    expect(new Set(provider.refunded.map(({ key }) => key)).size).toBe(1);
  });

  it('that the provider refuses says so, and frees the amount', async () => {
    const id = await paid(10_000);
    provider.fail('CONNECTOR_REFUSED');
    expect((await ask(id, 10_000)).refunds).toMatchObject([{ state: 'refused' }]);
    provider.fail(null);

    expect((await ask(id, 10_000, 'again')).refunds[1]).toMatchObject({ state: 'sent' });
  });

  it('all of it opens the invoice again; a part asks a person of which invoice', async () => {
    const id = await paid(10_000);
    const told = { state: 'paid', paidCents: cents(10_000) } as const;
    await tell({ ...told, refundedCents: cents(2_500) });

    const part = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ debtorId: debtor._id, kind: 'review' });
    expect(part?.because).toMatchObject({ code: 'online-payments.part-gone' });

    await tell({ ...told, refundedCents: cents(10_000) });
    const { items } = (await world.store.table(onlinePayments).in(world.scope).byId(id))!;
    expect((await world.invoice(toId(String(items[0]?.invoiceId)))).openCents).toBe(10_000);
  });

  it('has a limit of its own in each administration', async () => {
    const change = { $set: { refundLimitCents: 0 } };
    const which = { _id: world.place.administrationId };
    await world.store.table(administrations).in(world.scope).updateOne(which, change);
    const id = await paid(10_000);

    expect((await ask(id, 1)).refunds).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('other people', () => {
  it('find no payment of somebody else', async () => {
    const { _id } = await invoice(10_000);
    await start(_id);
    const row = await theRow();
    const elsewhere = agencyScope(newId());

    await expect(paying.follow(elsewhere, row._id)).rejects.toMatchObject({ status: 404 });
  });
});
