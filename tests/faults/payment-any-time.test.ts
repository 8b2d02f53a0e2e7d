import { afterAll, beforeAll, expect, it } from 'vitest';
import { communications } from '../../core/domain/communications/index.ts';
import type { Debtor } from '../../core/domain/debtors/index.ts';
import { capturingMailbox, type Mailbox } from '../kit/capturing-mailbox.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { seededRandom } from './crew/seeded-random.ts';
import { givenDueTogether, ONE_LANE, pay, REMINDED_ON } from './given/due-together.ts';

const TIMES = 100;

const database = testDatabase();
let world: FlowWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = Object.assign(capturingMailbox(), { concurrency: 1 });
  world = await openFlowWorld(database.uri, { startOn: '2026-03-01', mailbox, tuning: ONE_LANE });
});
afterAll(() => world.close());

/** Waits some turns of the event loop, so that the payment falls anywhere in the work under way. */
async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((done) => setImmediate(done));
}

it('a payment stops the flow at once, whenever it comes: a hundred times at drawn moments', async () => {
  const random = seededRandom();
  const people = await givenDueTogether(world, TIMES);
  /** Letters that had left when the payment of their debtor was booked. */
  const leftBefore = new Map<Debtor, number>();
  const paying = people.map(async (debtor) => {
    await turns(random.between(0, 1_500));
    await pay(world, debtor);
    leftBefore.set(debtor, mailbox.to(debtor.email!).length);
  });

  await Promise.all([world.passTo(REMINDED_ON), ...paying]);
  await world.work();
  const sentByThen = mailbox.mails.length;
  await world.passTo('2026-05-01');

  const problems: string[] = [];
  for (const debtor of people) {
    const letters = mailbox.to(debtor.email!).length;
    const [flow] = await world.flowsOf(debtor._id);
    const sent = await world.store
      .table(communications)
      .in(world.scope)
      .count({ debtorId: debtor._id, state: 'sent' });
    // One may have been on its way when the money came; none is made after that.
    if (letters > Math.max(1, leftBefore.get(debtor) ?? 0))
      problems.push(`${debtor.name}: ${letters}`);
    if (letters !== sent) problems.push(`${debtor.name}: ${sent} noted, ${letters} left`);
    if (flow && (flow.state !== 'ended' || flow.endedAs !== 'paid')) {
      problems.push(`${debtor.name}: ${flow.state}`);
    }
  }
  expect({ seed: random.seed, problems }).toEqual({ seed: random.seed, problems: [] });
  expect(leftBefore.size).toBe(TIMES);
  expect(mailbox.mails).toHaveLength(sentByThen);
});
