import { type BankLine, cents } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLines, bankStatements, paymentFacts } from '../../core/domain/payments/index.ts';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { openWorld, type World } from '../../core/domain/testing/world.ts';
import { paymentMatcher } from '../../plugins/payment-matching/port/payment-matcher.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
const ACCOUNT = 'NL91ABNA0417164300';
let certainty = 90;
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri, { matcherFor: async () => paymentMatcher(certainty) });
});
afterAll(() => world.close());

const receive = (lines: readonly BankLine[], more = {}) =>
  world.statements.receive(world.scope, world.place.administrationId, [
    bankStatement(lines, { account: ACCOUNT, ...more }),
  ]);
const rowOf = async ({ bankReference }: BankLine) =>
  (await world.store.table(bankLines).in(world.scope).findOne({ bankReference }))!;
const openOf = async (id: Parameters<World['invoice']>[0]) => (await world.invoice(id)).openCents;
let people = 0;
/** A consumer with an account of his own and one invoice of some amount that nobody else owes. */
const given = async (name: string, totalCents: number) => {
  people += 1;
  const iban = `NL20INGB${String(people).padStart(10, '0')}`;
  const debtor = await world.given.debtor({ kind: 'consumer', name, ibans: [iban] });
  const invoice = await world.given.invoice({
    debtorId: debtor._id,
    number: `2026${String(people * 137).padStart(5, '0')}`,
    totalCents: cents(totalCents),
  });
  return { debtor, invoice, iban };
};

describe('a line of the bank', () => {
  it('is booked by what it says, and keeps why as a sentence and as data', async () => {
    const { invoice, iban } = await given('J. de Vries', 12_137);
    const line = bankLine(12_137, {
      counterpartyName: 'J DE VRIES',
      counterpartyAccount: iban,
      description: `Factuur ${invoice.number}`,
    });

    expect((await receive([line])).matching).toMatchObject({ matched: 1 });

    expect(await openOf(invoice._id)).toBe(0);
    const row = await rowOf(line);
    expect(row).toMatchObject({ state: 'matched', decidedBy: 'system' });
    expect(row.match).toMatchObject({
      policy: expect.stringMatching(/^2026/),
      proposals: [{ conflicts: [] }],
    });
    const codes = row.match.proposals[0].signals.map((one: { code: string }) => one.code);
    expect(codes).toEqual(['payer-account', 'number-exact', 'amount-exact']);
  });

  it('is only proposed when the administration wants to be surer, with its reminders held', async () => {
    const { debtor, invoice } = await given('T. van Loon', 4_321);
    const line = bankLine(4_321, { counterpartyName: 'T VAN LOON', description: 'bedankt' });
    certainty = 99.9;

    const { matching } = await receive([line]);
    certainty = 90;

    expect(matching).toMatchObject({ plausible: 1 });
    expect(await openOf(invoice._id)).toBe(4_321);
    expect((await rowOf(line)).debtorIds.map(String)).toEqual([String(debtor._id)]);
  });

  it('that comes a second time for a paid invoice is left to a person', async () => {
    const { invoice, iban } = await given('P. Kok', 5_150);
    const paid = { counterpartyAccount: iban, description: `factuur ${invoice.number}` };
    await receive([bankLine(5_150, paid)]);

    const { matching } = await receive([bankLine(5_150, paid)]);

    expect(matching).toMatchObject({ matched: 0 });
  });
});

describe('what the matcher learns', () => {
  const STRANGER = { counterpartyName: 'Oom Piet', counterpartyAccount: 'NL44RABO0123456789' };
  const learned = (account: string) =>
    world.store.table(paymentFacts).in(world.scope).find({ account, forgottenAt: null });

  it('is used the next time, is visible, and can be forgotten for good', async () => {
    const { debtor, invoice } = await given('K. Bruin', 7_711);
    const more = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(8_822) });
    await receive([bankLine(7_711, { ...STRANGER, description: `nr ${invoice.number}` })]);
    expect(await learned(STRANGER.counterpartyAccount)).toHaveLength(1);

    const { matching } = await receive([bankLine(8_822, STRANGER)]);
    expect(matching).toMatchObject({ matched: 1 });
    expect(await openOf(more._id)).toBe(0);

    const { items } = await world.paymentFacts.list(world.scope);
    const fact = items.find((one) => one.account === STRANGER.counterpartyAccount)!;
    expect(fact).toMatchObject({ learnedBy: 'system', name: 'Oom Piet' });
    await world.paymentFacts.forget(world.scope, fact._id, 'Anna');
    const third = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(9_933) });
    await receive([bankLine(9_933, STRANGER)]);
    expect(await openOf(third._id)).toBe(9_933);
    await receive([bankLine(9_933, { ...STRANGER, description: `nr ${third.number}` })]);
    expect(await learned(STRANGER.counterpartyAccount)).toHaveLength(0);
  });

  it('comes from people too, also what a text means, and goes when they undo it', async () => {
    const { debtor, invoice } = await given('Zeilschool Windkracht', 6_060);
    const line = bankLine(6_060, { description: 'zeilkamp kinderen vlieland' });
    await receive([line]);
    const row = await rowOf(line);
    const by = { debtorId: debtor._id, by: 'Anna' };
    expect(await world.bankLines.assign(world.scope, row._id, by)).toMatchObject({
      state: 'matched',
      decidedBy: 'Anna',
    });
    expect(await openOf(invoice._id)).toBe(0);

    const next = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(6_161) });
    const again = bankLine(6_161, { description: 'Zeilkamp Vlieland, kinderen' });
    await receive([again]);
    const found = (await rowOf(again)).match.proposals[0];
    expect(found.signals[0]).toMatchObject({ code: 'payer-text' });
    expect(String(found.allocations[0].invoiceId)).toBe(String(next._id));

    await world.bankLines.undo(world.scope, row._id, { by: 'Anna', reason: 'verkeerd' });
    expect(await openOf(invoice._id)).toBe(6_060);
    const left = await world.store
      .table(paymentFacts)
      .in(world.scope)
      .count({ bankLineId: row._id, forgottenAt: null });
    expect(left).toBe(0);
  });
});

describe('what went by itself', () => {
  it('is undone with its statement, and what people decided stays', async () => {
    const mine = await given('A. Post', 3_101);
    const theirs = await given('B. Post', 3_202);
    const automatic = bankLine(3_101, { description: mine.invoice.number });
    const byHand = bankLine(3_202, { description: 'weet ik niet meer' });
    await receive([
      { ...automatic, counterpartyAccount: mine.iban, counterpartyName: 'A POST' },
      byHand,
    ]);
    const waiting = await rowOf(byHand);
    const allocations = [{ invoiceId: theirs.invoice._id, amountCents: cents(3_202) }];
    await world.bankLines.book(world.scope, waiting._id, { allocations, by: 'Anna' });
    const row = await rowOf(automatic);
    expect(row).toMatchObject({ state: 'matched', decidedBy: 'system' });

    const undoing = { by: 'Anna', reason: 'verkeerd bestand' };
    expect(await world.bankLines.undoAutomatic(world.scope, waiting._id, undoing)).toBe(false);
    expect(await world.bankLines.undoAutomatic(world.scope, row._id, undoing)).toBe(true);

    expect(await openOf(mine.invoice._id)).toBe(3_101);
    expect(await openOf(theirs.invoice._id)).toBe(0);
    await world.statements.matchNewLines(world.scope, world.place.administrationId);
    expect(await rowOf(automatic)).toMatchObject({ state: 'unmatched', decidedBy: null });
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('also when the bank took money back: the payment stands again', async () => {
    const { invoice, iban } = await given('C. Storm', 2_750);
    const paid = { counterpartyAccount: iban, endToEndId: 'DD-77', mandateId: 'M-1' };
    await receive([bankLine(2_750, { ...paid, description: invoice.number })]);
    const back = bankLine(-2_750, { ...paid, isReversal: true, returnReason: 'MD06' });
    expect((await receive([back])).matching).toMatchObject({ reversed: 1 });
    expect(await openOf(invoice._id)).toBe(2_750);

    const row = await rowOf(back);
    expect(row).toMatchObject({ returnReason: 'MD06', mandateId: 'M-1' });
    await world.bankLines.undo(world.scope, row._id, { by: 'Anna', reason: 'niet van hem' });

    expect(await openOf(invoice._id)).toBe(0);
    expect((await world.ledger.compareCaches(world.scope)).differences).toEqual([]);
  });

  it('money that is to be paid back becomes a task, and booking a line again is possible', async () => {
    const line = bankLine(999, { counterpartyName: 'Vreemd', counterpartyAccount: 'NL00X' });
    await receive([line]);
    const row = await rowOf(line);

    await world.bankLines.refund(world.scope, row._id, { by: 'Anna', reason: 'niet voor ons' });
    expect(await rowOf(line)).toMatchObject({ state: 'ignored', decidedBy: 'Anna' });
    await expect(
      world.bankLines.assign(world.scope, row._id, { debtorId: row._id, by: 'Anna' }),
    ).rejects.toMatchObject({ code: 'DEBTOR_NOT_FOUND' });
    await world.bankLines.undo(world.scope, row._id, { by: 'Anna', reason: 'toch wel' });
    expect(await rowOf(line)).toMatchObject({ state: 'unmatched' });
    await expect(
      world.bankLines.undo(world.scope, row._id, { by: 'Anna', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'BANK_LINE_NOT_DECIDED' });
  });
});

describe('the same day in two formats', () => {
  it('books nothing twice, whichever comes first and however often', async () => {
    const { invoice, iban } = await given('D. Dubbel', 9_000);
    const bookedOn = '2026-04-20';
    const camt = [
      bankLine(3_000, { bookedOn, counterpartyAccount: iban, description: invoice.number }),
      bankLine(3_000, { bookedOn, counterpartyAccount: iban, description: invoice.number }),
      bankLine(-500, { bookedOn, description: 'kosten' }),
    ];
    const mt940 = camt.map((line, at) => ({
      ...line,
      bankReference: `mt-${line.bankReference}`,
      counterpartyAccount: at === 2 ? null : iban,
      counterpartyName: 'D DUBBEL',
    }));
    const other = bankLine(3_000, { bookedOn, counterpartyAccount: 'NL99OTHER', description: 'x' });

    const first = await receive(camt, { format: 'CAMT.053.001.02', closingOn: bookedOn });
    const second = await receive([...mt940, other], { format: 'MT940', closingOn: bookedOn });
    const again = await receive([...mt940, other], { format: 'MT940', closingOn: bookedOn });

    expect([first.newCount, second.newCount, again.newCount]).toEqual([3, 1, 0]);
    expect(await rowOf(camt[0]!)).toMatchObject({ counterpartyName: 'D DUBBEL' });
    const kept = await world.store
      .table(bankStatements)
      .in(world.scope)
      .find({ closingOn: bookedOn }, { sort: { receivedAt: 1 } });
    expect(kept.map((one) => [one.format, one.lineCount, one.newCount])).toEqual([
      ['CAMT.053.001.02', 3, 3],
      ['MT940', 4, 1],
    ]);
  });
});
