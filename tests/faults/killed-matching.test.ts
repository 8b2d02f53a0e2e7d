import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import type { Id } from '../../core/store/index.ts';
import { ledgerEntries } from '../../core/domain/ledger/index.ts';
import { bankLines, payments } from '../../core/domain/payments/index.ts';
import { useKilledWorld } from './given/killed-world.ts';
import { invoiceAt, statementOfThousands } from './given/statement-of-thousands.ts';

/** More than come in at once: the statement is accepted, and brought in part by part. */
const LINES = 5_500;
const KILLS = 8;
const { world, startAndKill } = useKilledWorld('killed-matching');

const receiveAndKill = (afterMs: number): Promise<boolean> =>
  startAndKill({ file: 'match-statement.child.ts', told: [String(LINES)], afterMs });

async function givenInvoices(): Promise<void> {
  const people: { readonly _id: Id }[] = [];
  for (let at = 0; at < 300; at += 1) {
    people.push(await world().given.debtor({ name: `Debtor ${at}` }));
  }
  const news = Array.from({ length: LINES }, (_, at) => ({
    ...invoiceAt(at),
    debtorId: people[at % 300]!._id,
    currency: 'EUR',
    invoicedOn: '2026-01-15',
    dueOn: '2026-02-14',
  }));
  await world().invoices.receive(world().scope, world().place, { news, by: 'test' });
}

describe('taking a statement of thousands of lines', () => {
  it('that is killed again and again books every line once, and the ledger equals the statement', async () => {
    await givenInvoices();
    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      if (await receiveAndKill(60 + round * 230)) killed += 1;
      expect((await world().ledger.compareCaches(world().scope)).differenceCount).toBe(0);
    }
    const { administrationId } = world().place;
    await world().statements.receive(world().scope, administrationId, [
      statementOfThousands(LINES),
    ]);

    const rows = await world().store.table(bankLines).in(world().scope).find({});
    const paid = await world().store.table(payments).in(world().scope).find({});
    const entries = await world()
      .store.table(ledgerEntries)
      .in(world().scope)
      .find({ paymentId: { $ne: null } });
    const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
    const matched = rows.filter((row) => row.state === 'matched');

    expect(killed).toBeGreaterThan(0);
    expect(rows).toHaveLength(LINES);
    expect(matched).toHaveLength(LINES * 0.9);
    expect(rows.filter((row) => row.state === 'new')).toEqual([]);
    expect(new Set(paid.map((one) => String(one.bankLineId))).size).toBe(matched.length);
    const booked = cents(sum(matched.map((row) => row.amountCents)));
    expect(sum(paid.map((one) => one.amountCents))).toBe(booked);
    expect(-sum(entries.map((one) => one.amountCents))).toBe(booked);
    expect((await world().ledger.compareCaches(world().scope)).differenceCount).toBe(0);
  }, 240_000);
});
