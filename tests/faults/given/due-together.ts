import { cents } from '@inning/sdk';
import { communications } from '../../../core/domain/communications/index.ts';
import { type Debtor, debtors } from '../../../core/domain/debtors/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

/** The day on which the first reminder of the Neutral flow leaves for these debtors. */
export const REMINDED_ON = '2026-03-16';

/** So many debtors whose first reminders leave in the same batch. */
export async function givenDueTogether(world: FlowWorld, count: number): Promise<Debtor[]> {
  const made: Debtor[] = [];
  for (let index = 0; index < count; index += 1) {
    const debtor = await world.given.debtor({ email: `d${index}@example.nl` });
    await world.given.invoice({
      debtorId: debtor._id,
      totalCents: cents(10_000),
      invoicedOn: '2026-02-01',
      dueOn: '2026-03-02',
    });
    made.push(debtor);
  }
  return made;
}

/** One letter after the other, so that what a test does between two of them is always in time. */
export const ONE_LANE = { batchSize: 1_000, lanes: 1 };

/** The debtor whose letter is the last of those that are made and have not left. */
export async function lastInLine(
  { store, scope }: FlowWorld,
  except: readonly Debtor[] = [],
): Promise<Debtor | null> {
  const others = { $nin: except.map((one) => one._id) };
  const waiting = await store
    .table(communications)
    .in(scope)
    .find({ state: 'reserved', debtorId: others });
  const last = waiting.at(-1);
  return last ? store.table(debtors).in(scope).byId(last.debtorId) : null;
}

/** Somebody pays all of it, at this very moment. */
export async function pay(world: FlowWorld, debtor: Debtor, amountCents = 10_000): Promise<void> {
  await world.payments.bookByHand(world.scope, {
    debtorId: debtor._id,
    amountCents: cents(amountCents),
    receivedOn: REMINDED_ON,
    by: 'test',
  });
}
