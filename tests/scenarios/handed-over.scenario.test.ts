import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoices } from '../../core/domain/invoices/index.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const owes = (debtorId: Id, dueOn: string) =>
  world.given.invoice({ debtorId, invoicedOn: '2026-08-01', dueOn });
const handOver = (_id: Id) =>
  world.store
    .table(invoices)
    .in(world.scope)
    .updateOne({ _id }, { $set: { handedOverAt: world.clock.now() } });

describe('an invoice that was handed over', () => {
  it('is in no letter any more, and the flow ends when nothing else is open', async () => {
    const { _id: debtor } = await world.given.debtor({ email: 'debtor@example.nl' });
    const first = await owes(debtor, '2026-09-01');
    const second = await owes(debtor, '2026-09-02');
    await at(world, '2026-09-03');

    await handOver(first._id);
    await at(world, '2026-09-15');
    await at(world, '2026-09-16');
    await handOver(second._id);
    await at(world, '2026-09-23');

    // The dates follow the second: 2 + 14 = 16 September; reminder 2 would have been on the 23rd.
    expect(await told(world, debtor)).toEqual([
      '2026-09-15 wait-reminder-1 parked re-anchored',
      '2026-09-16 reminder-1 sent',
      '2026-09-23 wait-reminder-2 ended handed-over',
    ]);
    const [letter] = world.mailbox.to('debtor@example.nl');
    expect(letter?.text).toContain(second.number);
    expect(letter?.text).not.toContain(first.number);
  });
});
