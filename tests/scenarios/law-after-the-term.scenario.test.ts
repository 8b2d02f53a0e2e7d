import { cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { afterTheTerm } from './telling/after-the-term.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, mail } from './telling/flow-of.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri, { templates: SPECIFICATION });
});
afterAll(() => world.close());

/** What an own template may tell of each invoice and of how interest grew. */
const SPECIFICATION = new Map([
  ['nl/specification.mjml', '<mjml><mj-body></mj-body></mjml>'],
  [
    'nl/specification.meta.json',
    JSON.stringify({ title: 'Specificatie', subject: 'Specificatie', stage: 2, variables: [] }),
  ],
  [
    'nl/specification.txt.liquid',
    `{% for invoice in invoices %}{{ invoice.totalCents | money }}; betaald {{ invoice.paidCents | money }}; kosten {{ invoice.costsCents | money }}; rente {{ invoice.interestCents | money }}; samen {{ invoice.toPayCents | money }}; straks {{ invoice.announcedCents | money }}
{% endfor %}{% for line in interest %}{{ line.fromOn | day: 'short' }} t/m {{ line.untilOn | day: 'short' }}: {{ line.days }} dagen {{ line.percent }} % over {{ line.baseCents | money }}: {{ line.amountCents | money }}
{% endfor %}Facturen {{ amounts.totalCents | money }}, betaald {{ amounts.paidCents | money }}, te betalen {{ amounts.openCents | money }}{% if amounts.lastDayOn %}; uiterlijk {{ amounts.lastDayOn | day: 'short' }}{% endif %}`,
  ],
]);

const { agree, announced, askedToday, claimOn, kindsOf, pay } = afterTheTerm(() => world);

describe('announced costs that no step claimed when their term passed', () => {
  it('are owed from that day, and come before a payment of the whole principal', async () => {
    const { debtorId, first } = await announced();
    await at(world, '2026-04-20');
    expect(await askedToday(debtorId)).toBe(60_000);
    await at(world, '2026-04-22');
    expect(await askedToday(debtorId)).toBe(69_335);
    const told = await claimOn(debtorId);
    expect(told.totals).toMatchObject({
      principal: { openCents: 60_000 },
      costs: { openCents: 9_000 },
      interest: { openCents: 335 },
    });
    expect(told.lines.find(({ part }) => part === 'costs')).toMatchObject({
      on: '2026-04-21',
      ground: { article: expect.stringContaining('art. 6:96 lid 2') },
    });
    expect(told.clocks).toMatchObject([{ state: 'claimable', announcedCents: 0 }]);
    // Nobody claimed them: a condition of a flow still finds them announced.
    expect(await world.invoice(first)).toMatchObject({ costState: 'announced', openCents: 60_000 });

    await pay(debtorId, 600, '2026-04-22');

    expect(await world.invoice(first)).toMatchObject({
      costState: 'claimable',
      costsOpenCents: 0,
      interestOpenCents: 0,
      principalOpenCents: 9_335,
      openCents: 9_335,
    });
    expect(await askedToday(debtorId)).toBe(9_335);
  });

  it('are not owed by who paid within the term, however late the bank said so', async () => {
    const { debtorId, first } = await announced();
    await at(world, '2026-04-23');
    await pay(debtorId, 600, '2026-04-20');

    expect(await world.invoice(first)).toMatchObject({ openCents: 0, costState: 'announced' });
    expect(await kindsOf(debtorId)).toEqual(['credited principal -60000', 'owed principal 60000']);
  });

  /*
   * 250.00 on 10 April leaves 350.00: costs 15 % = 52.50. Interest: 600.00 x 4 % x 39 days (2 March up to and
   * including 9 April) / 365 = 2.56438; 350.00 x 12 days (10 up to and including 21 April) = 0.46027; 3.02.
   */
  it('are counted over what a payment within the term left', async () => {
    const { debtorId, first } = await announced();
    await at(world, '2026-04-22');
    await pay(debtorId, 250, '2026-04-10');
    expect(await askedToday(debtorId)).toBe(35_000 + 5_250 + 302);

    await pay(debtorId, 350, '2026-04-22');

    expect(await world.invoice(first)).toMatchObject({ openCents: 5_552 });
    expect((await claimOn(debtorId)).totals).toMatchObject({
      costs: { owedCents: 5_250, paidCents: 5_250 },
      interest: { owedCents: 302, paidCents: 302 },
      principal: { openCents: 5_552 },
    });
  });

  it('count a payment that the bank took back as none, whenever it had come', async () => {
    const { debtorId } = await announced();
    await at(world, '2026-04-15');
    const { _id } = await pay(debtorId, 600, '2026-04-15');
    await at(world, '2026-04-22');
    await world.payments.reverse(world.scope, _id, { reason: 'storno', by: 'test' });

    expect(await askedToday(debtorId)).toBe(69_335);
  });

  it('end with the principal where that is agreed, and the ledger says what was let go', async () => {
    await agree({ keepsCostsOpen: false }, '2026-04-01');
    const { debtorId, first } = await announced();
    await at(world, '2026-04-22');
    expect(await askedToday(debtorId)).toBe(69_335);
    await pay(debtorId, 600, '2026-04-22');

    expect(await world.invoice(first)).toMatchObject({ openCents: 0, paidOn: '2026-04-22' });
    expect(await kindsOf(debtorId)).toEqual([
      'credited principal -60000',
      'owed costs 9000',
      'owed interest 335',
      'owed principal 60000',
      'written-off costs -9000',
      'written-off interest -335',
    ]);
    await agree({}, '2026-04-01');
  });

  /* Two invoices, one letter: 15 % of 400.00 is 60.00, of which 45.00 and 15.00 belong to them. */
  it('are those of the whole letter, whichever of its invoices is paid', async () => {
    await agree({ interest: 'never' }, '2026-04-01');
    const { debtorId, ids } = await announced([300, 100]);
    await at(world, '2026-04-22');
    const allocations = [{ invoiceId: ids[0]!, amountCents: cents(30_000) }];
    await world.payments.bookByHand(world.scope, {
      debtorId,
      amountCents: cents(30_000),
      receivedOn: '2026-04-22',
      by: 'test',
      allocations,
    });

    const after = await Promise.all(ids.map((id) => world.invoice(id)));
    expect(after).toMatchObject([
      { costState: 'claimable', openCents: 4_500 },
      { costState: 'claimable', openCents: 11_500, costsOpenCents: 1_500 },
    ]);
    await agree({}, '2026-04-01');
  });

  it('can be waived and put back like claimed ones', async () => {
    const { debtorId, first } = await announced();
    await at(world, '2026-04-22');
    const waiver = { invoiceId: first, part: 'costs', reason: 'coulance', by: 'Karin' } as const;
    await world.claims.waive(world.scope, waiver);
    expect(await askedToday(debtorId)).toBe(60_335);
    expect((await claimOn(debtorId)).totals.costs).toEqual({
      owedCents: 9_000,
      paidCents: 0,
      waivedCents: 9_000,
      openCents: 0,
    });

    const other = await announced();
    await at(world, '2026-04-22');
    const change = { invoiceId: other.first, reason: 'nog even wachten', by: 'Karin' };
    await world.claims.setCostState(world.scope, { ...change, to: 'announced' });
    expect(await askedToday(other.debtorId)).toBe(60_000);
    expect((await claimOn(other.debtorId)).clocks).toMatchObject([
      { state: 'announced', refusal: 'held-back', announcedCents: 9_000 },
    ]);
    await pay(other.debtorId, 600, '2026-04-22');
    expect(await world.invoice(other.first)).toMatchObject({ openCents: 0 });
  });

  it('are asked by a letter in between, which books what it demands', async () => {
    const { debtorId, first, email } = await announced([600], {
      announce: costs('announced'),
      wait: afterStep(21),
      letter: mail('second-reminder'),
      more: afterStep(60),
      claim: costs('claimable'),
      rest: afterStep(60),
    });
    await at(world, '2026-04-22', { time: '12:00' });

    const text = (world.mailbox.to(email)[0]?.text ?? '').replaceAll('\u00a0', ' ');
    expect(text).toContain('Incassokosten: € 90,00');
    expect(text).toContain('€ 693,35');
    expect(await world.invoice(first)).toMatchObject({
      costState: 'claimable',
      costsOpenCents: 9_000,
      interestOpenCents: 335,
    });
    expect(await askedToday(debtorId)).toBe(69_335);
  });

  /*
   * 400.00 and 200.00; 250.00 on 10 April, within the term, goes to the oldest: 150.00 and 200.00 are left.
   * Costs: 15 % of 350.00 = 52.50, of which 22.50 and 30.00 belong to them. Interest at 4 %: 400.00 x 39 / 365 =
   * 1.70958 and 150.00 x 12 / 365 = 0.19726, together 1.90684: 1.91; 200.00 x 51 / 365 = 1.11781: 1.12.
   */
  it('can be told by a letter per invoice, with how interest grew', async () => {
    const { debtorId, email } = await announced([400, 200], {
      announce: costs('announced'),
      wait: afterStep(14),
      before: mail('specification'),
      more: afterStep(7),
      after: mail('specification'),
      claim: afterStep(60),
    });
    await at(world, '2026-04-10');
    await pay(debtorId, 250, '2026-04-10');
    await at(world, '2026-04-15', { time: '12:00' });
    await at(world, '2026-04-22', { time: '12:00' });

    const [before, after] = world.mailbox
      .to(email)
      .map(({ text }) => text.replaceAll('\u00a0', ' ').trim().split('\n'));
    expect(before).toEqual([
      '€ 400,00; betaald € 250,00; kosten € 0,00; rente € 0,00; samen € 150,00; straks € 22,50',
      '€ 200,00; betaald € 0,00; kosten € 0,00; rente € 0,00; samen € 200,00; straks € 30,00',
      'Facturen € 600,00, betaald € 250,00, te betalen € 350,00; uiterlijk 20 apr 2026',
    ]);
    expect(after).toEqual([
      '€ 400,00; betaald € 250,00; kosten € 22,50; rente € 1,91; samen € 174,41; straks € 0,00',
      '€ 200,00; betaald € 0,00; kosten € 30,00; rente € 1,12; samen € 231,12; straks € 0,00',
      '2 mrt 2026 t/m 9 apr 2026: 39 dagen 4 % over € 400,00: € 1,71',
      '10 apr 2026 t/m 21 apr 2026: 12 dagen 4 % over € 150,00: € 0,20',
      '2 mrt 2026 t/m 21 apr 2026: 51 dagen 4 % over € 200,00: € 1,12',
      'Facturen € 600,00, betaald € 250,00, te betalen € 405,53',
    ]);
    expect(await askedToday(debtorId)).toBe(40_553);
  });
});
