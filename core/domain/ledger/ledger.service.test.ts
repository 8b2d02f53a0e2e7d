import { cents, message } from '@inning/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/kit/database.ts';
import type { Id } from '../../store/index.ts';
import { invoices } from '../invoices/index.ts';
import { openWorld, type World } from '../testing/world.ts';
import type { NewEntry } from './new-entry.ts';
import type { Posting } from './post-entries.ts';

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await openWorld(database.uri);
});
afterAll(() => world.close());

const entry = (key: string, amountCents: number, more: Partial<NewEntry> = {}): NewEntry => ({
  key,
  kind: amountCents > 0 ? 'owed' : 'credited',
  part: 'principal',
  amountCents: cents(amountCents),
  bookedOn: '2026-03-01',
  reason: message('ledger.principal', { number: 'x' }),
  by: 'test',
  ...more,
});
const post = (invoiceId: Id, entries: NewEntry[], closesAs: Posting['closesAs'] = 'paid') =>
  world.store.transaction((session) =>
    world.ledger.post(world.scope, session, [{ invoiceId, entries, closesAs }]),
  );

describe('the ledger', () => {
  it('posts a key once, however often it comes', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });

    await post(invoice._id, [entry('once', -4_000)]);
    await post(invoice._id, [entry('once', -4_000), entry('twice', -1_000)]);

    expect(await world.invoice(invoice._id)).toMatchObject({
      openCents: 5_000,
      principalOpenCents: 5_000,
    });
  });

  it('closes an invoice with the day and announces it, and opens it again', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });
    await world.published();

    await post(invoice._id, [entry('a', -10_000, { paymentId: invoice._id })]);
    expect(await world.invoice(invoice._id)).toMatchObject({ openCents: 0, paidOn: '2026-03-01' });
    expect(await world.published()).toEqual(['invoice.paid']);

    await post(invoice._id, [entry('b', 2_500, { kind: 'reversed' })]);
    const reopened = await world.invoice(invoice._id);
    expect(reopened).toMatchObject({ openCents: 2_500, paidOn: null });
    expect(reopened.history.map((line) => line.status)).toEqual(['received', 'paid', 'reopened']);
  });

  it('refuses to take off more than is open and leaves no trace', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });

    await expect(post(invoice._id, [entry('too-much', -10_001)])).rejects.toMatchObject({
      code: 'LEDGER_OVERDRAWN',
      details: { shortCents: 1, part: 'principal' },
    });

    const page = await world.ledger.entriesOf(world.scope, debtor._id);
    expect(page.items.map((one) => one.amountCents)).toEqual([10_000]);
    expect((await world.invoice(invoice._id)).openCents).toBe(10_000);
  });

  it('does not find an invoice of another administration', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id });
    const other = await world.newPlace(false);
    const stranger = { ...world.scope, agencyId: other.agencyId };
    const posting = {
      invoiceId: invoice._id,
      entries: [entry('x', -1)],
      closesAs: 'paid',
    } as const;

    await expect(
      world.store.transaction((session) => world.ledger.post(stranger, session, [posting])),
    ).rejects.toMatchObject({ code: 'INVOICE_NOT_FOUND' });
  });

  it('writes off costs, interest and principal with the reason, once', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(9_000) });
    await post(invoice._id, [
      entry('costs', 4_000, { part: 'costs' }),
      entry('handling', 500, { part: 'administration-costs' }),
      entry('interest', 150, { part: 'interest' }),
    ]);
    const write = { reason: 'Debtor is bankrupt', by: 'Anna' };

    await world.ledger.writeOff(world.scope, invoice._id, write);

    const closed = await world.invoice(invoice._id);
    expect(closed).toMatchObject({ openCents: 0, paidOn: null });
    expect(closed.history.at(-1)).toMatchObject({
      status: 'written-off',
      by: 'Anna',
      reason: 'Debtor is bankrupt',
    });
    await expect(world.ledger.writeOff(world.scope, invoice._id, write)).rejects.toMatchObject({
      code: 'NOTHING_OPEN',
    });
  });

  it('gives two writers at once both their entry', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(10_000) });

    await Promise.all([1, 2, 3, 4].map((n) => post(invoice._id, [entry(`at-once-${n}`, -2_000)])));

    expect((await world.invoice(invoice._id)).openCents).toBe(2_000);
  });

  it('keeps the caches equal to the sum of the entries, whatever is posted', async () => {
    const debtor = await world.given.debtor();
    const move = fc.record({
      part: fc.constantFrom('principal', 'costs', 'administration-costs', 'interest' as const),
      amount: fc.integer({ min: -6_000, max: 6_000 }).filter((amount) => amount !== 0),
    });
    let run = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), async (moves) => {
        run += 1;
        const invoice = await world.given.invoice({
          debtorId: debtor._id,
          totalCents: cents(9_000),
        });
        let expected = 9_000;
        for (const [index, { part, amount }] of moves.entries()) {
          const one = entry(`p${run}-${index}`, amount, { part: part as NewEntry['part'] });
          const isPosted = await post(invoice._id, [one]).then(
            () => true,
            () => false,
          );
          if (isPosted) expected += amount;
        }
        expect((await world.invoice(invoice._id)).openCents).toBe(expected);
      }),
      { numRuns: 25 },
    );

    const comparison = await world.ledger.compareCaches(world.scope);
    expect(comparison.differences).toEqual([]);
    expect(comparison.invoiceCount).toBeGreaterThan(25);
  });

  it('reports an invoice whose cache says something else', async () => {
    const debtor = await world.given.debtor();
    const invoice = await world.given.invoice({ debtorId: debtor._id, totalCents: cents(7_000) });
    const wrong = { $set: { openCents: 6_999 } };
    await world.store.table(invoices).in(world.scope).updateOne({ _id: invoice._id }, wrong);

    const { differenceCount, differences } = await world.ledger.compareCaches(world.scope);

    expect(differenceCount).toBe(1);
    expect(differences[0]).toMatchObject({
      invoiceId: invoice._id.toHexString(),
      cached: { openCents: 6_999 },
      ledger: { openCents: 7_000 },
    });
  });
});
