import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { type Id, toId } from '../../../store/index.ts';
import { administrations } from '../../administrations/index.ts';
import { tasks } from '../../tasks/index.ts';
import { openPaying } from '../../testing/open-paying.ts';
import type { World } from '../../testing/world.ts';
import { onlinePayments } from '../online-payment.model.ts';
import type { PlayedPayments } from '../../testing/play-payments.ts';

let world: World;
let play: PlayedPayments;
openPaying(testDatabase(), (opened) => ({ world, play } = opened));

const anna = { id: 'a', name: 'Anna' };
const bram = { id: 'b', name: 'Bram' };

describe('money back to the payer', () => {
  const paid = async (amount = 60_000) => {
    const { _id } = await play.invoice(amount);
    await play.start(_id);
    await play.tell({ state: 'paid', paidCents: cents(amount) });
    return (await play.theRow())._id;
  };
  const ask = (id: Id, amountCents: number, key = 'r1') =>
    play.paying.refund(world.scope, id, {
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
    expect(play.provider.refunded).toHaveLength(1);
  });

  it('waits above the limit for somebody else, who approves or declines', async () => {
    const id = await paid();
    const row = await ask(id, 25_001);
    expect(row.refunds).toMatchObject([{ state: 'waiting' }]);
    expect(play.provider.refunded).toHaveLength(0);

    const decide = (by: typeof anna, isApproved = true) =>
      play.paying.decideRefund(world.scope, id, { key: 'r1', isApproved, by });
    await expect(decide(anna)).rejects.toMatchObject({ code: 'REFUND_NEEDS_SECOND_PERSON' });
    expect((await decide(bram)).refunds).toMatchObject([{ state: 'sent', decidedBy: 'Bram' }]);
    await expect(decide(bram)).rejects.toMatchObject({ code: 'REFUND_DECIDED' });
  });

  it('is never more than came in, also when several ask at once', async () => {
    const id = await paid(10_000);

    const asked = await Promise.allSettled([ask(id, 6_000, 'a'), ask(id, 6_000, 'b')]);

    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(play.provider.refunded).toHaveLength(1);
    await expect(ask(id, 4_001, 'c')).rejects.toMatchObject({
      code: 'REFUND_EXCEEDS_PAYMENT',
      details: { leftCents: 4_000 },
    });
  });

  it('is tried again by itself when the provider was away, with the same key', async () => {
    const id = await paid();
    play.provider.fail('CONNECTOR_AMBIGUOUS');
    expect((await ask(id, 100)).refunds).toMatchObject([{ state: 'sending' }]);
    play.provider.fail(null);

    await play.paying.sweep(world.scope);

    expect((await play.theRow()).refunds).toMatchObject([{ state: 'sent' }]);
    expect(new Set(play.provider.refunded.map(({ key }) => key)).size).toBe(1);
  });

  it('that the provider refuses says so, and frees the amount', async () => {
    const id = await paid(10_000);
    play.provider.fail('CONNECTOR_REFUSED');
    expect((await ask(id, 10_000)).refunds).toMatchObject([{ state: 'refused' }]);
    play.provider.fail(null);

    expect((await ask(id, 10_000, 'again')).refunds[1]).toMatchObject({ state: 'sent' });
  });

  it('all of it opens the invoice again; a part asks a person of which invoice', async () => {
    const id = await paid(10_000);
    const told = { state: 'paid', paidCents: cents(10_000) } as const;
    await play.tell({ ...told, refundedCents: cents(2_500) });

    const part = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ debtorId: play.debtor._id, kind: 'review' });
    expect(part?.because).toMatchObject({ code: 'online-payments.part-gone' });

    await play.tell({ ...told, refundedCents: cents(10_000) });
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
