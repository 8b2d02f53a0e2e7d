import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, mail } from './telling/flow-of.ts';
import { theLaw } from './telling/the-law.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const { story, claimOn, pay, byPost } = theLaw(() => world);

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
