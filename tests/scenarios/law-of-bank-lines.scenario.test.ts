import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine } from '../../core/domain/testing/bank.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { afterTheTerm } from './telling/after-the-term.ts';
import { at } from './telling/at.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const { agree, announced, kindsOf, receive } = afterTheTerm(() => world);

describe('announced costs that no step claimed', () => {
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
