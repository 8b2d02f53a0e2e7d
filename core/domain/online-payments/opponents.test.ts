import { cents, type PaymentStatus } from '@inning/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import { administrationScope, type Id, newId, systemScope } from '../../store/index.ts';
import type { Debtor } from '../debtors/index.ts';
import { openPaying } from '../testing/open-paying.ts';
import type { World } from '../testing/world.ts';
import { communications, createPublicLetters } from '../communications/index.ts';
import { createPublicPaying } from './index.ts';
import type { PlayedPayments } from '../testing/play-payments.ts';

/** What somebody may try who holds a link, knows an address or presses too often. */
const everything = systemScope('a test looks at everything');
let world: World;
let play: PlayedPayments;
let page: ReturnType<typeof createPublicPaying>;
let letter: string;

openPaying(testDatabase(), (opened) => ({ world, play } = opened));
beforeEach(async () => {
  const { providersFor, paying: onlinePayments } = play;
  const findLetter = createPublicLetters(world);
  page = createPublicPaying({ ...world, providersFor, onlinePayments, findLetter });
  letter = await letterTo(play.debtor);
});

async function letterTo({ _id: debtorId }: Debtor): Promise<string> {
  const now = world.clock.now();
  const row = await world.store
    .table(communications)
    .in(everything)
    .insert({
      ...world.place,
      key: newId().toHexString(),
      debtorId,
      channel: 'mail',
      template: 'first-reminder',
      language: 'nl',
      to: 'sanne@example.nl',
      subject: 'Herinnering',
      fingerprint: 'x',
      openCents: 10_000,
      state: 'sent',
      reservedAt: now,
      sentAt: now,
    });
  return row._id.toHexString();
}
const press = (...ids: readonly Id[]) =>
  page.payOnline.start(letter, {
    invoiceIds: ids.map((id) => id.toHexString()),
    givesMandate: false,
  });
const paid = (amount: number): Partial<PaymentStatus> => ({
  state: 'paid',
  paidCents: cents(amount),
});

describe('pressing to pay', () => {
  it('ten times at one moment leads to one page, so that nobody pays twice', async () => {
    const { _id } = await play.invoice(10_000);

    const pages = await Promise.all(Array.from({ length: 10 }, () => press(_id)));

    expect(new Set(pages.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"payUrl":"https://pay.example/1"}']),
    );
    expect(await play.rows()).toHaveLength(1);
    expect(new Set(play.provider.asked.map(({ key }) => key)).size).toBe(1);
  });

  it('again after it was paid and taken back leads to a new page', async () => {
    const { _id } = await play.invoice(10_000);
    await press(_id);
    const [{ _id: first } = {} as never] = await play.rows();
    play.provider.say({ ...paid(10_000), chargedBackCents: cents(10_000) });
    await play.paying.follow(everything, first);

    await press(_id);

    expect(await play.rows()).toHaveLength(2);
  });

  it('for the invoice of somebody else, put into the form by hand, asks nothing', async () => {
    const own = await play.invoice(10_000);
    const other = await world.given.invoice({
      debtorId: (await world.given.debtor())._id,
      totalCents: cents(99_900),
    });

    expect(await press(other._id)).toEqual({ problem: 'nothing' });
    await press(own._id, other._id);

    expect(play.provider.asked.map(({ amountCents }) => amountCents)).toEqual([10_000]);
  });

  it('hundreds of times fills nobody’s books: twenty an hour for one debtor', async () => {
    const made = await Promise.all(Array.from({ length: 22 }, () => play.invoice(1_000)));

    const answers = [];
    for (const { _id } of made) answers.push(await press(_id));

    expect(answers.filter((one) => one !== null && 'payUrl' in one)).toHaveLength(20);
    expect(answers.at(-1)).toEqual({ problem: 'away' });
  });
});

describe('who calls as the provider', () => {
  const call = (body: string) => ({ headers: {}, body });

  it('books nothing by saying so, and nothing of a payment other than the address is for', async () => {
    const [one, two] = [await play.invoice(10_000), await play.invoice(5_000)];
    await press(one._id);
    await press(two._id);
    const [first, second] = await play.rows();
    const id = first!._id.toHexString();

    expect(await page.payOnline.changed(id, call(`id=${second!.providerId}`))).toBe(false);
    expect(await page.payOnline.changed(id, call('state=paid&amount=10000'))).toBe(false);
    expect(await page.payOnline.changed(newId().toHexString(), call('id=x'))).toBe(false);
    expect(await page.payOnline.changed(id, call(`id=${first!.providerId}`))).toBe(true);

    expect(await play.paymentsOf()).toEqual([]);
    expect(play.provider.looked).toEqual([first!.providerId]);
  });

  it('in a storm, right and wrong together, books once', async () => {
    const { _id } = await play.invoice(10_000);
    await press(_id);
    const [row] = await play.rows();
    play.provider.say(paid(10_000));
    const bodies = Array.from({ length: 30 }, (_, at) =>
      at % 3 === 0 ? 'id=other' : `id=${row!.providerId}`,
    );

    await Promise.all(
      bodies.map((body) => page.payOnline.changed(row!._id.toHexString(), call(body))),
    );

    expect(await play.paymentsOf()).toHaveLength(1);
    expect((await world.invoice(_id)).openCents).toBe(0);
  });
});

describe('a claim that changes while somebody is paying', () => {
  it('that grew leaves the rest open; the same page of before asks no old amount', async () => {
    const first = await play.invoice(10_000);
    await press(first._id);
    const [row] = await play.rows();
    const second = await play.invoice(2_500);
    play.provider.say(paid(10_000));
    await play.paying.follow(everything, row!._id);

    expect((await world.invoice(first._id)).openCents).toBe(0);
    expect(await press(first._id)).toEqual({ problem: 'nothing' });
    await press(first._id, second._id);
    expect(play.provider.asked.at(-1)?.amountCents).toBe(2_500);
  });

  it('that is paid on two pages is paid once: a person decides about the other money', async () => {
    const [one, two] = [await play.invoice(10_000), await play.invoice(5_000)];
    await press(one._id);
    await press(one._id, two._id);
    const [small, large] = await play.rows();
    play.provider.say(paid(10_000));
    await play.paying.follow(everything, small!._id);
    play.provider.say(paid(15_000));
    await play.paying.follow(everything, large!._id);

    const open = await Promise.all([one, two].map(({ _id }) => world.invoice(_id)));
    expect(open.map(({ openCents }) => openCents)).toEqual([0, 0]);
    const booked = (await play.paymentsOf()).flatMap(({ allocations }) => allocations);
    expect(booked.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(15_000);
  });
});

describe('a colleague of another creditor', () => {
  it('finds no payment to send money back of, or to approve', async () => {
    const { _id } = await play.invoice(10_000);
    await press(_id);
    const [row] = await play.rows();
    play.provider.say(paid(10_000));
    await play.paying.follow(everything, row!._id);
    const elsewhere = await world.newPlace();
    const scope = administrationScope(elsewhere);
    const by = { id: 'a', name: 'Anna' };
    const wanted = { key: 'r1', amountCents: cents(100), reason: 'x', by };

    await expect(play.paying.refund(scope, row!._id, wanted)).rejects.toMatchObject({
      status: 404,
    });
    await play.paying.refund(world.scope, row!._id, wanted);
    await expect(
      play.paying.decideRefund(scope, row!._id, { key: 'r1', isApproved: true, by }),
    ).rejects.toMatchObject({ status: 404 });

    expect(play.provider.refunded).toHaveLength(1);
  });

  it('who presses twice at one moment sends one refund', async () => {
    const { _id } = await play.invoice(10_000);
    await press(_id);
    const [row] = await play.rows();
    play.provider.say(paid(10_000));
    await play.paying.follow(everything, row!._id);
    const wanted = { key: 'r1', amountCents: cents(100), reason: 'x', by: { id: 'a', name: 'A' } };

    await Promise.all(
      Array.from({ length: 5 }, () => play.paying.refund(world.scope, row!._id, wanted)),
    );

    const [after] = await play.rows();
    expect(after?.refunds).toHaveLength(1);
    expect(play.provider.refunded).toHaveLength(1);
  });
});
