import { type BankLine, cents, type Settlement, type SettlementLine } from '@inning/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import type { Id } from '../../../store/index.ts';
import { bankLines } from '../../payments/index.ts';
import { numberMatcher } from '../../testing/number-matcher.ts';
import { bankLine, bankStatement } from '../../testing/bank.ts';
import { openPaying } from '../../testing/open-paying.ts';
import type { World } from '../../testing/world.ts';
import { type PlayedPayments, playPayments } from '../../testing/play-payments.ts';

let world: World;
let play: PlayedPayments;
let batch = 0;

openPaying(
  { ...testDatabase(), matcherFor: async () => numberMatcher },
  (opened) => ({ world, play } = opened),
);
beforeEach(async () => {
  batch += 1;
});

const explain = () => play.paying.settlements.explain(world.scope, world.place.administrationId);
const open = async (id: Id) => (await world.invoice(id)).openCents;
const receive = (...lines: readonly BankLine[]) =>
  world.statements.receive(world.scope, world.place.administrationId, [bankStatement(lines)]);
const rowOf = async ({ bankReference }: BankLine) =>
  (await world.store.table(bankLines).in(world.scope).findOne({ bankReference }))!;

/** An invoice that was paid online, and the number under which the provider knows it. */
async function paidOnline(totalCents: number) {
  const { debtor, paymentsOf, ...its } = await playPayments(world, { provider: play.provider });
  const invoice = await its.invoice(totalCents);
  await its.start(invoice._id);
  await its.tell({ state: 'paid', paidCents: cents(totalCents) });
  return { invoice, debtor, providerId: (await its.theRow()).providerId!, paymentsOf };
}

const payout = (lines: readonly SettlementLine[]): Settlement => ({
  settlementId: `stl_${batch}`,
  reference: `1234567.2603.0${batch}`,
  settledOn: '2026-03-02',
  amountCents: cents(lines.reduce((sum, line) => sum + line.amountCents, 0)),
  currency: 'EUR',
  lines,
});
const part = (kind: SettlementLine['kind'], amount: number, providerId: string | null = null) => ({
  kind,
  providerId,
  amountCents: cents(amount),
});

describe('a payout of online payments', () => {
  it('is explained by what it consists of, and nothing of it is booked again', async () => {
    const [first, second] = [await paidOnline(10_000), await paidOnline(2_500)];
    const settlement = payout([
      part('payment', 10_000, first.providerId),
      part('payment', 2_500, second.providerId),
      part('fee', -61),
    ]);
    play.provider.settle(settlement);
    const line = bankLine(12_439, {
      description: `Stichting Mollie Payments t.n.v. Van Dijk REF 1234567.2603 .0${batch}`,
    });
    await receive(line);

    expect(await explain()).toBe(1);
    expect(await explain()).toBe(0);

    const row = await rowOf(line);
    expect(row).toMatchObject({
      state: 'ignored',
      decidedBy: 'system',
      because: { code: 'online-payments.settled', params: { paidCents: 12_500, keptCents: 61 } },
    });
    expect((await play.paying.settlements.of(world.scope, row._id))?.lines).toHaveLength(3);
    expect(await first.paymentsOf()).toHaveLength(1);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('that was booked by mistake is taken off again', async () => {
    const { providerId } = await paidOnline(7_700);
    const debtor = await world.given.debtor();
    const other = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(7_670) });
    const settlement = payout([part('payment', 7_700, providerId), part('fee', -30)]);
    const line = bankLine(7_670, { description: `${settlement.reference} ${other.number}` });
    await receive(line);
    expect(await open(other._id)).toBe(0);
    play.provider.settle(settlement);

    expect(await explain()).toBe(1);

    expect(await open(other._id)).toBe(7_670);
    expect(await rowOf(line)).toMatchObject({ state: 'ignored', decidedBy: 'system' });
  });

  it('leaves alone what has another amount, another text, or was decided by a person', async () => {
    const { providerId } = await paidOnline(4_000);
    const settlement = payout([part('payment', 4_000, providerId)]);
    play.provider.settle(settlement);
    const about = { description: settlement.reference };
    const [less, silent, decided] = [
      bankLine(3_999, about),
      bankLine(4_000, { description: 'iets anders' }),
      bankLine(4_000, about),
    ];
    await receive(less, silent, decided);
    const { _id } = await rowOf(decided);
    await world.bankLines.ignore(world.scope, _id, { by: 'Anna', reason: 'bekend' });

    expect(await explain()).toBe(0);

    expect((await rowOf(less)).state).toBe('unmatched');
    expect((await rowOf(silent)).state).toBe('unmatched');
    expect((await rowOf(decided)).decidedBy).toBe('Anna');
  });

  it('with a payment that was taken back opens what it paid', async () => {
    const back = await paidOnline(5_500);
    const { invoice, providerId } = back;
    expect(await open(invoice._id)).toBe(0);
    play.provider.say({
      state: 'paid',
      paidCents: cents(5_500),
      chargedBackCents: cents(5_500),
    });
    play.provider.settle(
      payout([part('payment', 9_000, 'somebody'), part('chargeback', -5_500, providerId)]),
    );

    await explain();
    await explain();

    expect(await open(invoice._id)).toBe(5_500);
    expect((await back.paymentsOf()).filter((one) => one.reversedAt !== null)).toHaveLength(1);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });
});
