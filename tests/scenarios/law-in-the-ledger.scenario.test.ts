import { cents, type CalendarDate } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { givenLetter } from '../../core/domain/testing/letters.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, flowOf, mail, type StepOf } from './telling/flow-of.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
let count = 0;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

/** Its steps would be refused where a country's rules look at it; here the engine and the ledger are told of. */
const LAWLESS = { country: 'ZZ' } as const;

type Told = {
  readonly steps: Readonly<Record<string, StepOf>>;
  readonly kind: 'consumer' | 'business';
  readonly invoices: readonly (readonly [euros: number, dueOn: CalendarDate])[];
  readonly email?: string;
};

async function story({ steps, kind, invoices, email = 'a@b.example' }: Told) {
  await world.choose(await world.publish(`law-${(count += 1)}`, flowOf(world, steps, LAWLESS)));
  const { _id: debtorId } = await world.given.debtor({ email, kind });
  const ids: Id[] = [];
  for (const [euros, dueOn] of invoices) {
    const totalCents = cents(euros * 100);
    const news = { debtorId, totalCents, invoicedOn: '2026-01-02', dueOn };
    ids.push((await world.given.invoice(news))._id);
  }
  return { debtorId, ids, first: ids[0] as Id };
}
const claimOn = (debtorId: Id, on?: CalendarDate) =>
  world.claims.specify(world.scope, debtorId, on);
const pay = (debtorId: Id, euros: number, receivedOn: CalendarDate) =>
  world.payments.bookByHand(world.scope, {
    debtorId,
    amountCents: cents(Math.round(euros * 100)),
    receivedOn,
    by: 'test',
  });
const byPost = (debtorId: Id, sentOn: CalendarDate) =>
  world.claims.recordLetter(world.scope, {
    debtorId,
    channel: 'post',
    sentOn,
    receivedOn: null,
    statedCents: null,
    reason: 'per post verstuurd',
    by: 'Karin',
  });

describe('a consumer who is announced by post', () => {
  /*
   * Over Easter. 600.00 due on Sunday 1 March 2026; posted on Wednesday 1 April. Days of delivery: Thursday 2
   * April is the first; Good Friday the 3rd does not count, Saturday the 4th is the second. Day 1 is the 5th,
   * day 14 Saturday 18 April, which moves to Monday 20 April: claimable from Tuesday 21 April 2026.
   * Costs: 15 % of 600.00 = 90.00.
   * Interest from 2 March: 4 % x 600.00 x 50 days (2 March up to and including 20 April) / 365 = 3.2877: 3.29.
   */
  it('over Easter owes costs and interest to the day', async () => {
    await at(world, '2026-04-01');
    const steps = {
      announce: costs('announced'),
      early: afterStep(19),
      soon: costs('claimable'),
      wait: afterStep(20),
      claim: costs('claimable'),
      rest: afterStep(30),
    };
    const { debtorId, first } = await story({
      kind: 'consumer',
      invoices: [[600, '2026-03-01']],
      steps,
    });
    await at(world, '2026-04-01', { time: '12:00' });
    await byPost(debtorId, '2026-04-01');

    const announced = await claimOn(debtorId);
    expect(announced).toMatchObject({ openCents: 60_000, announcedCents: 9_000 });
    expect(announced.clocks).toMatchObject([
      {
        deliveredOn: '2026-04-04',
        lastDayOn: '2026-04-20',
        claimableOn: '2026-04-21',
        refusal: null,
      },
    ]);

    await at(world, '2026-04-20');
    expect(await world.invoice(first)).toMatchObject({ costState: 'announced', openCents: 60_000 });
    await at(world, '2026-04-21');
    expect(await world.invoice(first)).toMatchObject({
      costState: 'claimable',
      costsOpenCents: 9_000,
      interestOpenCents: 329,
      openCents: 69_329,
    });
    expect((await told(world, debtorId)).slice(0, 4)).toContain(
      '2026-04-20 soon skipped claims.costs-too-early',
    );
    const claim = await claimOn(debtorId);
    expect(claim.openCents).toBe(69_329);
    const interest = claim.lines.find(({ part }) => part === 'interest');
    expect(interest?.ground?.article).toBe('art. 6:119 BW');
    expect(interest?.arithmetic[0]?.nl?.replaceAll('\u00a0', ' ')).toContain(
      '€ 600,00 × 4 % × 50 dagen / 365 = € 3,29',
    );
  });

  /*
   * Over Christmas. 600.00 due on 1 December 2026, posted on Wednesday 23 December: delivered on Tuesday 29,
   * last day Tuesday 12 January 2027, claimable from the 13th (see `dutch-law`). On Tuesday 5 January 250.00
   * comes in, within the term: no costs are owed yet and no interest is asked yet, so that it all goes to the
   * principal: 350.00 is left.
   * Costs: 15 % of 350.00 = 52.50. Interest at 4 % from 2 December: 600.00 x 34 days (2 December up to and
   * including 4 January) / 365 = 2.23562; 350.00 x 8 days (5 up to and including 12 January) / 365 = 0.30685;
   * together 2.54247: 2.54. On 13 January 350.00 + 52.50 + 2.54 = 405.04 is open.
   * A payment of 100.00 on 20 January finds 7 days more: 350.00 x 4 % x 7 / 365 = 0.26849, with the rest of
   * before 2.81096: 2.81. It takes 52.50 of costs, 2.81 of interest and 44.69 of principal: 305.31 is left.
   */
  it('over Christmas owes costs over what is left after a payment in the term', async () => {
    await at(world, '2026-12-23');
    const steps = {
      announce: costs('announced'),
      wait: afterStep(21),
      claim: costs('claimable'),
      rest: afterStep(60),
    };
    const { debtorId, first } = await story({
      kind: 'consumer',
      invoices: [[600, '2026-12-01']],
      steps,
    });
    await at(world, '2026-12-23', { time: '12:00' });
    await byPost(debtorId, '2026-12-23');
    await at(world, '2027-01-05');
    await pay(debtorId, 250, '2027-01-05');
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 35_000, announcedCents: 5_250 });

    await at(world, '2027-01-13');
    expect(await world.invoice(first)).toMatchObject({
      costState: 'claimable',
      principalOpenCents: 35_000,
      costsOpenCents: 5_250,
      interestOpenCents: 254,
    });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 40_504 });

    await at(world, '2027-01-20');
    expect((await claimOn(debtorId)).totals.interest).toMatchObject({ openCents: 281 });
    await pay(debtorId, 100, '2027-01-20');
    expect(await world.invoice(first)).toMatchObject({
      costsOpenCents: 0,
      interestOpenCents: 0,
      principalOpenCents: 30_531,
      openCents: 30_531,
    });
    const after = await claimOn(debtorId);
    expect(after.openCents).toBe(30_531);
    expect(after.totals).toMatchObject({
      principal: { owedCents: 60_000, paidCents: 29_469, openCents: 30_531 },
      costs: { owedCents: 5_250, paidCents: 5_250, openCents: 0 },
      interest: { owedCents: 281, paidCents: 281, openCents: 0 },
    });
    // What was is still told: on the 13th that was what was open, whatever happened since.
    expect((await claimOn(debtorId, '2027-01-13')).openCents).toBe(40_504);
  });

  it('owes no costs when the letter comes back, and a person is told', async () => {
    await at(world, '2027-02-01');
    const steps = {
      announce: costs('announced'),
      wait: afterStep(25),
      claim: costs('claimable'),
      rest: afterStep(60),
    };
    const { debtorId, first } = await story({
      kind: 'consumer',
      invoices: [[600, '2027-01-10']],
      steps,
    });
    await at(world, '2027-02-01', { time: '12:00' });
    await byPost(debtorId, '2027-02-01');
    await at(world, '2027-02-10');
    const announcementId = (await claimOn(debtorId)).clocks[0]!.announcementId;
    const news = { debtorId, announcementId, on: '2027-02-10', reason: 'verhuisd', by: 'Karin' };
    await world.claims.recordReturn(world.scope, news);

    await at(world, '2027-02-26');

    expect(await world.invoice(first)).toMatchObject({ costState: 'none', openCents: 60_000 });
    const { items } = await world.taskList.list(world.scope, {});
    expect(
      items.filter((one) => one.task.debtorId?.equals(debtorId)).map((one) => one.task.title),
    ).toEqual(['Brief met aanzegging van kosten kwam terug: verhuisd']);
  });
});

describe('a consumer who is announced by mail', () => {
  /*
   * Two invoices of 300.00 and 100.00, one letter: 15 % of 400.00 is 60.00, of which 45.00 and 15.00 belong to
   * the invoices. Mailed on Monday 1 March 2027; receipt is proven on Wednesday the 3rd: day 1 is the 4th, day 14
   * Wednesday 17 March, claimable from the 18th.
   */
  it('has a term only once receipt is proven, and the letter names the costs', async () => {
    await at(world, '2027-03-01');
    const steps = {
      announce: costs('announced'),
      letter: mail('final-reminder'),
      wait: afterStep(14),
      soon: costs('claimable'),
      more: afterStep(17),
      claim: costs('claimable'),
      rest: afterStep(60),
    };
    const email = 'consument@example.nl';
    const invoices = [
      [300, '2027-02-01'],
      [100, '2027-02-02'],
    ] as const;
    const { debtorId, ids } = await story({ kind: 'consumer', email, invoices, steps });

    await at(world, '2027-03-01', { time: '12:00' });
    expect(world.mailbox.to(email)[0]?.text).toContain('€\u00a060,00 incassokosten');
    const [clock] = (await claimOn(debtorId)).clocks;
    expect(clock).toMatchObject({
      channel: 'mail',
      sentOn: '2027-03-01',
      statedCents: 6_000,
      faults: [],
      refusal: 'receipt-unproven',
      claimableOn: null,
    });
    await at(world, '2027-03-15');
    expect(await told(world, debtorId)).toContain(
      '2027-03-15 soon skipped claims.costs-receipt-unproven',
    );

    const news = { debtorId, announcementId: clock!.announcementId, on: '2027-03-03' };
    await world.claims.recordReceipt(world.scope, { ...news, reason: 'beantwoord', by: 'Karin' });
    expect((await claimOn(debtorId)).clocks[0]).toMatchObject({
      lastDayOn: '2027-03-17',
      claimableOn: '2027-03-18',
    });
    await at(world, '2027-03-18');
    const costsOf = await Promise.all(
      ids.map(async (id) => (await world.invoice(id)).costsOpenCents),
    );
    expect(costsOf).toEqual([4_500, 1_500]);
  });
});

describe('a letter with costs that bounces', () => {
  /*
   * Mailed on Monday 5 April 2027, received on Tuesday the 6th: day 14 is the 20th, claimable from the 21st. Costs:
   * 90.00. Interest up to and including the 21st: 600.00 x 4 % x 51 days / 365 = 3.3534: 3.35.
   */
  it('announces nothing any more by itself, with a task, until somebody says that it did arrive', async () => {
    await at(world, '2027-04-05');
    const steps = {
      announce: costs('announced'),
      letter: mail('final-reminder'),
      wait: afterStep(60),
    };
    const email = 'verhuisd@example.nl';
    const invoices = [[600, '2027-03-01']] as const;
    const { debtorId, first } = await story({ kind: 'consumer', email, invoices, steps });
    await at(world, '2027-04-05', { time: '12:00' });
    const { items } = await world.communications.list(world.scope, { debtorId });
    const letter = items[0]!._id;
    const announcementId = letter.toHexString();
    const news = { debtorId, announcementId, by: 'Karin' };
    await at(world, '2027-04-22');
    await world.claims.recordReceipt(world.scope, { ...news, on: '2027-04-06', reason: 'gelezen' });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 69_000 + 335 });

    const bounced = { reason: '550 onbekend adres', by: 'mailserver' };
    await world.communications.recordReturn(world.scope, letter, { ...bounced, on: '2027-04-05' });
    await world.communications.recordReturn(world.scope, letter, bounced);
    await world.work();

    expect(await world.invoice(first)).toMatchObject({
      costState: 'none',
      history: expect.arrayContaining([
        expect.objectContaining({ status: 'costs-letter-returned', ...bounced }),
      ]),
    });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 60_000, announcedCents: 0 });
    const titles = async () =>
      (await world.taskList.list(world.scope, {})).items
        .filter(({ task }) => task.debtorId?.equals(debtorId) && task.state === 'open')
        .map(({ task }) => task.title);
    expect(await titles()).toEqual([
      'Brief met aanzegging van kosten kwam terug: 550 onbekend adres',
    ]);

    const undone = { reason: 'was een andere mail', by: 'Karin' };
    await world.communications.undoReturn(world.scope, letter, undone);
    await world.work();

    const again = { costState: 'announced', announcedOn: '2027-04-05' };
    expect(await world.invoice(first)).toMatchObject(again);
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 69_000 + 335 });
    expect(await titles()).toEqual([]);
  });

  it('is refused for a letter that never left, and for a day before it left or still to come', async () => {
    const { items } = await world.communications.list(world.scope, { state: 'sent' });
    const { _id, sentOn } = items[0]!;
    const told = { reason: 'x', by: 'Karin' };
    for (const on of ['2001-01-01', '2099-01-01']) {
      await expect(
        world.communications.recordReturn(world.scope, _id, { ...told, on }),
      ).rejects.toMatchObject({ code: 'RETURN_DAY_INVALID', details: { on, sentOn } });
    }
    const debtor = await world.given.debtor();
    const ambiguous = await givenLetter(world, debtor, { state: 'ambiguous' });
    await expect(
      world.communications.recordReturn(world.scope, ambiguous._id, told),
    ).rejects.toMatchObject({ code: 'LETTER_NOT_SENT' });

    const plain = await givenLetter(world, debtor, {
      sentOn: world.clock.now().toISOString().slice(0, 10),
    });
    await world.communications.recordReturn(world.scope, plain._id, { reason: 'vol', by: 'post' });
    await world.work();
    const { items: tasks } = await world.taskList.list(world.scope, {});
    expect(tasks.map(({ task }) => task.title)).toContain(
      'Bericht kwam niet aan, kijk het adres na: vol',
    );
  });
});

describe('a business debtor', () => {
  /*
   * 3,000.00 due on 1 April 2027; agreed with the creditor: 12 % of the principal, at least 75.00, and 8 % of
   * interest from the due day on. 12 % of 3,000.00 is 360.00. On Monday 12 April, the day of claiming, 10 days of
   * interest (2 up to and including 11 April): 3,000.00 x 8 % x 10 / 365 = 6.5753: 6.58.
   * The creditor bears half of the costs: 180.00.
   */
  it('owes what was agreed, without a letter, and its part of shared costs', async () => {
    await at(world, '2027-04-05');
    await world.collectionTerms.agreeForCreditor(world.scope, world.place.creditorId, {
      costsBearer: 'shared',
      debtorPoints: 5_000,
      debtorCents: null,
      businessPoints: 1_200,
      businessMinimumCents: 7_500,
      interest: 'from-due',
      consumerInterest: null,
      businessInterest: { percent: '8', isOnTop: false },
      isVatDeductible: true,
      paymentOrder: null,
      keepsCostsOpen: true,
      validFrom: '2027-04-01',
      reason: 'voorwaarden 2027',
      by: 'Karin',
    });
    const steps = {
      announce: costs('announced'),
      wait: afterStep(7),
      claim: costs('claimable'),
      letter: mail('final-reminder'),
      rest: afterStep(60),
    };
    const email = 'zakelijk@example.nl';
    const { debtorId, first } = await story({
      kind: 'business',
      email,
      invoices: [[3_000, '2027-04-01']],
      steps,
    });
    await at(world, '2027-04-05', { time: '12:00' });
    await at(world, '2027-04-12');

    expect(await world.invoice(first)).toMatchObject({
      costState: 'claimable',
      costsOpenCents: 18_000,
      interestOpenCents: 658,
    });
    const text = world.mailbox.to(email)[0]?.text ?? '';
    expect(text).toContain('Incassokosten: €\u00a0180,00');
    expect(text).toContain('Rente: €\u00a06,58');
    // Who pays what the letter asked for owes nothing more, whatever grew since.
    await at(world, '2027-04-14');
    await pay(debtorId, 3_186.58, '2027-04-14');
    expect(await world.invoice(first)).toMatchObject({ openCents: 0, paidOn: '2027-04-14' });
    expect(await claimOn(debtorId)).toMatchObject({ openCents: 0 });
  });
});
