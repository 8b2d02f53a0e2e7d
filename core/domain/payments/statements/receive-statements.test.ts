import { type BankLine, cents, message } from '@inning/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { administrations } from '../../administrations/index.ts';
import type { Invoice } from '../../invoices/index.ts';
import { tasks } from '../../tasks/index.ts';
import { bankLine, bankStatement } from '../../testing/bank.ts';
import { numberMatcher } from '../../testing/number-matcher.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { bankLines } from '../bank-line.model.ts';

const database = testDatabase();
let world: World;
let invoice: Invoice;
let isMatcherBroken = false;
let isMatcherGreedy = false;
beforeAll(async () => {
  const matcher: typeof numberMatcher = {
    ...numberMatcher,
    match(request) {
      if (isMatcherBroken) throw new Error('the process died here');
      if (isMatcherGreedy) return withTwice(request);
      return numberMatcher.match(request);
    },
  };
  world = await openWorld(database.uri, { matcherFor: async () => matcher });
});
afterAll(() => world.close());
beforeEach(async () => {
  const debtor = await world.given.debtor({ ibans: ['NL20INGB0001234567'] });
  invoice = await world.given.invoice({ debtorId: debtor._id });
  await world.published();
});

/** A matcher that believes twice as much is open as there is. */
const withTwice: typeof numberMatcher.match = ({ book, lines }) => {
  const invoices = book.invoices.map((one) => ({ ...one, costsCents: one.principalCents }));
  return numberMatcher.match({ book: { ...book, invoices }, lines });
};
const receive = (lines: readonly BankLine[], more = {}) =>
  world.statements.receive(world.scope, world.place.administrationId, [bankStatement(lines, more)]);
const pays = (amount: number, more: Partial<BankLine> = {}) =>
  bankLine(amount, { description: `factuur ${invoice.number}`, ...more });
const openCents = async () => (await world.invoice(invoice._id)).openCents;
const rowOf = (line: BankLine) =>
  world.store.table(bankLines).in(world.scope).findOne({ bankReference: line.bankReference });

describe('receiving a statement', () => {
  it('books what is certain at once, with events', async () => {
    const line = pays(10_000);

    const received = await receive([line]);

    expect(received).toMatchObject({ newCount: 1, knownCount: 0, matching: { matched: 1 } });
    expect(await world.invoice(invoice._id)).toMatchObject({ openCents: 0, paidOn: '2026-03-02' });
    expect(await rowOf(line)).toMatchObject({ state: 'matched', because: { code: 'test.number' } });
    expect(await world.published()).toEqual([
      'invoice.paid',
      'payment.matched',
      'bank-statement.received',
    ]);
  });

  it('changes nothing when the same lines come again, alone or among new ones', async () => {
    const line = pays(4_000);
    await receive([line, line]);
    const again = await receive([line, bankLine(500, { description: 'something else' })]);

    expect(again).toMatchObject({ newCount: 1, knownCount: 1, matching: { unmatched: 1 } });
    expect(await openCents()).toBe(6_000);
  });

  it('is safe when two deliveries of it come at once', async () => {
    const lines = [pays(1_000), pays(2_000)];

    const received = await Promise.all([receive(lines), receive(lines), receive(lines)]);

    expect(received.reduce((sum, one) => sum + one.newCount, 0)).toBe(2);
    expect(await openCents()).toBe(7_000);
  });

  it('lets two lines of one statement pay one invoice, and never more than is open', async () => {
    const received = await receive([pays(6_000), pays(6_000), pays(1_000)]);

    expect(await openCents()).toBe(0);
    expect(received.matching).toMatchObject({ matched: 2, unmatched: 1 });
    const left = await world.store
      .table(tasks)
      .in(world.scope)
      .findOne({ debtorId: invoice.debtorId });
    expect(left?.because).toMatchObject({ params: { leftCents: 2_000 } });
  });

  it('leaves a plausible line to a person and names the debtor whose reminders wait', async () => {
    const line = pays(10_000, { description: `${invoice.number} ?` });
    await receive([line]);
    const row = await rowOf(line);
    expect(row).toMatchObject({ state: 'plausible' });
    expect(row?.debtorIds.map(String)).toEqual([String(invoice.debtorId)]);
    expect(await openCents()).toBe(10_000);

    const allocations = [{ invoiceId: invoice._id, amountCents: cents(10_000) }];
    await world.bankLines.book(world.scope, row!._id, { allocations, by: 'Anna' });

    expect(await openCents()).toBe(0);
    expect(await rowOf(line)).toMatchObject({ state: 'matched', debtorIds: [] });
    await expect(
      world.bankLines.ignore(world.scope, row!._id, { by: 'Anna', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'BANK_LINE_SETTLED' });
  });

  it('lets a line be booked again after its payment was reversed', async () => {
    const line = pays(10_000);
    await receive([line]);
    const { items } = await world.payments.list(world.scope, invoice.debtorId);
    await world.payments.reverse(world.scope, items[0]!._id, { reason: 'Wrong', by: 'Anna' });
    const row = await rowOf(line);
    expect(row).toMatchObject({
      state: 'unmatched',
      because: message('payments.released', { reason: 'Wrong' }),
    });

    const allocations = [{ invoiceId: invoice._id, amountCents: cents(10_000) }];
    await world.bankLines.book(world.scope, row!._id, { allocations, by: 'Anna' });

    expect(await openCents()).toBe(0);
  });

  it('sets aside what was paid out and what is in another currency', async () => {
    const received = await receive([pays(-500), pays(700, { currency: 'USD' })]);

    expect(received.matching).toMatchObject({ ignored: 1, unmatched: 1 });
    expect(await openCents()).toBe(10_000);
  });
});

describe('a line by which the bank takes money back', () => {
  const takesBack = (line: BankLine) =>
    bankLine(-line.amountCents, { isReversal: true, endToEndId: line.endToEndId });

  it('reverses the payment of the earlier line, also within one statement', async () => {
    const line = pays(10_000, { endToEndId: `E2E-${invoice.number}` });

    const received = await receive([line, takesBack(line)]);

    expect(received.matching).toMatchObject({ matched: 1, reversed: 1 });
    expect(await openCents()).toBe(10_000);
    expect(await world.published()).toContain('payment.reversed');
  });

  it('finds the line by the account when there is no id, and becomes a task when in doubt', async () => {
    const counterpartyAccount = 'NL20INGB0001234567';
    const line = pays(3_333, { counterpartyAccount, endToEndId: 'NOTPROVIDED' });
    await receive([line]);
    const back = bankLine(-3_333, { isReversal: true, counterpartyAccount });
    const strange = bankLine(-77, { isReversal: true, counterpartyAccount });

    const received = await receive([back, strange]);

    expect(received.matching).toMatchObject({ reversed: 1, unmatched: 1 });
    expect(await openCents()).toBe(10_000);
    const key = `bank-reversal:${(await rowOf(strange))!._id.toHexString()}`;
    expect(await world.store.table(tasks).in(world.scope).findOne({ key })).toMatchObject({
      kind: 'review',
    });
  });
});

describe('a matcher that would book more than is owed', () => {
  it('keeps no other line waiting: that one is for a person, with what was proposed', async () => {
    const debtor = await world.given.debtor();
    const other = await world.given.invoice({ debtorId: debtor._id });
    const lines = [pays(12_000), pays(3_000, { description: `factuur ${other.number}` })];
    isMatcherGreedy = true;

    const { matching } = await receive(lines);
    isMatcherGreedy = false;

    expect(matching).toMatchObject({ matched: 1, plausible: 1 });
    expect(await openCents()).toBe(10_000);
    expect((await world.invoice(other._id)).openCents).toBe(7_000);
    expect(await rowOf(lines[0]!)).toMatchObject({
      state: 'plausible',
      because: { code: 'payments.exceeds-claim' },
      match: { proposals: [{ allocations: [{ amountCents: 12_000 }] }] },
    });
  });
});

describe('after a crash', () => {
  it('lines that were not matched yet are picked up by the next run', async () => {
    const lines = [pays(10_000), bankLine(5, { description: 'nothing' })];
    isMatcherBroken = true;
    await expect(receive(lines)).rejects.toThrow('died here');
    isMatcherBroken = false;
    expect(await rowOf(lines[0]!)).toMatchObject({ state: 'new' });

    const counts = await world.statements.matchNewLines(world.scope, world.place.administrationId);

    expect(counts).toMatchObject({ matched: 1, unmatched: 1 });
    expect(await openCents()).toBe(0);
  });
});

describe('the age of the bank data', () => {
  const feedAt = async () =>
    (await world.store.table(administrations).in(world.scope).byId(world.place.administrationId))
      ?.bankFeedAt;

  it('is that of the last day a statement covers, and an old statement does not make it younger', async () => {
    await receive([], { closingOn: '2026-03-02' });
    expect(await feedAt()).toEqual(world.clock.now());

    await receive([bankLine(5, { bookedOn: '2025-12-01' })]);

    expect(await feedAt()).toEqual(world.clock.now());
  });
});

describe('the account of a statement', () => {
  it('is refused when it is that of other books', async () => {
    const other = await world.newPlace();
    const iban = 'NL02ABNA0123456789';
    await world.store
      .table(administrations)
      .in(world.scope)
      .updateOne({ _id: other.administrationId }, { $set: { iban } });

    await expect(receive([pays(1)], { account: iban })).rejects.toMatchObject({
      code: 'STATEMENT_OF_OTHER_ADMINISTRATION',
    });
  });
});
