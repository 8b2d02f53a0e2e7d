import { type BankLine, cents, type CalendarDate } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { afterStep, costs, flowOf, mail, type StepOf } from './telling/flow-of.ts';

/*
 * In every story 600.00 is due on 1 March 2026 and the letter that announces costs is posted on 1 April: the
 * last day to pay without them is Monday 20 April (see `law-in-the-ledger`), and they are owed from the 21st.
 * No step claims them before June. Interest at 4 % runs from 2 March; up to and including 21 April that is 51
 * days: 600.00 x 4 % x 51 / 365 = 3.3534: 3.35. Costs: 15 % of 600.00 = 90.00.
 */
const database = testDatabase();
let world: FlowWorld;
let count = 0;
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

const TERMS = {
  costsBearer: 'debtor',
  debtorPoints: null,
  debtorCents: null,
  businessPoints: null,
  businessMinimumCents: null,
  interest: 'with-costs',
  consumerInterest: null,
  businessInterest: null,
  isVatDeductible: true,
  paymentOrder: null,
  keepsCostsOpen: true,
} as const;
const agree = (terms: object, validFrom: CalendarDate) =>
  world.collectionTerms.agreeForCreditor(world.scope, world.place.creditorId, {
    ...TERMS,
    ...terms,
    validFrom,
    reason: 'afspraak',
    by: 'Karin',
  });

const LATE: Readonly<Record<string, StepOf>> = {
  announce: costs('announced'),
  wait: afterStep(75),
  claim: costs('claimable'),
  rest: afterStep(60),
};

async function announced(
  euros: readonly number[] = [600],
  steps = LATE,
): Promise<{ debtorId: Id; ids: Id[]; first: Id; email: string }> {
  count += 1;
  const email = `na-de-termijn-${count}@example.nl`;
  await at(world, '2026-04-01');
  // Rules of the country look at drawn flows; here the engine and the ledger are told of.
  const document = flowOf(world, steps, { country: 'ZZ' });
  await world.choose(await world.publish(`late-${count}`, document));
  const { _id: debtorId } = await world.given.debtor({ email, kind: 'consumer' });
  const ids: Id[] = [];
  for (const one of euros) {
    const totalCents = cents(one * 100);
    const news = { debtorId, totalCents, invoicedOn: '2026-01-02', dueOn: '2026-03-01' };
    ids.push((await world.given.invoice(news))._id);
  }
  await at(world, '2026-04-01', { time: '12:00' });
  await world.claims.recordLetter(world.scope, {
    debtorId,
    channel: 'post',
    sentOn: '2026-04-01',
    receivedOn: null,
    statedCents: null,
    reason: 'per post verstuurd',
    by: 'Karin',
  });
  return { debtorId, ids, first: ids[0] as Id, email };
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
const receive = (lines: readonly BankLine[]) =>
  world.statements.receive(world.scope, world.place.administrationId, [bankStatement(lines)]);
/** The file, the page behind a letter and the flow ask for the same. */
async function askedToday(debtorId: Id): Promise<number> {
  const page = await world.claims.openToday(world.scope, debtorId);
  const asked = page.reduce((sum, { openCents }) => sum + openCents, 0);
  expect((await claimOn(debtorId)).openCents).toBe(asked);
  return asked;
}
const kindsOf = async (debtorId: Id) => {
  const { items } = await world.ledger.entriesOf(world.scope, debtorId);
  return items.map(({ kind, part, amountCents }) => `${kind} ${part} ${amountCents}`).toSorted();
};

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

  it('are paid by lines of the bank: what is owed on their day, in the order of the law', async () => {
    const named = await announced();
    const unnamed = await announced();
    const early = await announced();
    await at(world, '2026-04-23');
    const { number } = await world.invoice(named.first);
    const inTime = (await world.invoice(early.first)).number;
    const { matching } = await receive([
      bankLine(69_335, { bookedOn: '2026-04-22', description: `factuur ${number}` }),
      bankLine(69_336, { bookedOn: '2026-04-22', description: 'dank u' }),
    ]);
    expect(matching).toMatchObject({ matched: 1, unmatched: 1 });
    expect(await world.invoice(named.first)).toMatchObject({
      openCents: 0,
      costState: 'claimable',
    });
    expect(await kindsOf(named.debtorId)).toEqual([
      'credited costs -9000',
      'credited interest -335',
      'credited principal -60000',
      'owed costs 9000',
      'owed interest 335',
      'owed principal 60000',
    ]);

    // A person says of whom the other line is: 0.01 more than is owed stays his.
    const { items } = await world.bankLines.list(world.scope, { state: 'unmatched' });
    await world.bankLines.assign(world.scope, items[0]!._id, {
      debtorId: unnamed.debtorId,
      by: 'Karin',
    });
    expect(await world.invoice(unnamed.first)).toMatchObject({ openCents: 0 });
    expect(await kindsOf(unnamed.debtorId)).toContain('credited costs -9000');

    // Paid within the term, however late the bank says so: no costs.
    await receive([bankLine(60_000, { bookedOn: '2026-04-20', description: `factuur ${inTime}` })]);
    expect(await world.invoice(early.first)).toMatchObject({
      openCents: 0,
      costState: 'announced',
    });
  });

  it('are not asked of a line beside the principal, where they end with it', async () => {
    await agree({ keepsCostsOpen: false }, '2026-04-01');
    const { first } = await announced();
    await at(world, '2026-04-23');
    const { number } = await world.invoice(first);
    const description = `factuur ${number}`;
    const paid = bankLine(60_000, { bookedOn: '2026-04-22', description });
    const { matching } = await receive([
      paid,
      bankLine(9_335, { bookedOn: '2026-04-22', description }),
    ]);
    expect(matching).toMatchObject({ matched: 1, unmatched: 1 });
    expect(await world.invoice(first)).toMatchObject({ openCents: 0 });
    await agree({}, '2026-04-01');
  });

  it('end with the principal though they are booked: a line for them waits, others are booked', async () => {
    await agree({ keepsCostsOpen: false }, '2026-04-01');
    const [both, other] = [await announced(), await announced()];
    await at(world, '2026-04-22');
    for (const invoiceId of [both.first, other.first]) {
      const change = { invoiceId, reason: 'termijn voorbij', by: 'Karin' };
      await world.claims.setCostState(world.scope, { ...change, to: 'claimable' });
    }
    const lineOf = async (id: Id, amountCents: number) => {
      const { number } = await world.invoice(id);
      return bankLine(amountCents, { bookedOn: '2026-04-22', description: `factuur ${number}` });
    };
    const { matching } = await receive([
      await lineOf(both.first, 60_000),
      await lineOf(both.first, 9_000),
      await lineOf(other.first, 69_000),
    ]);

    expect(matching).toMatchObject({ matched: 2, unmatched: 1 });
    expect(await world.invoice(both.first)).toMatchObject({ openCents: 0 });
    expect(await kindsOf(other.debtorId)).toContain('credited costs -9000');
    await agree({}, '2026-04-01');
  });
});
