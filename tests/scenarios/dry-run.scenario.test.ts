import { addDays, type CalendarDate } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { invoices } from '../../core/domain/invoices/index.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { countAll, earlyOn, linesOn, liveDay, sayLine } from './telling/live-day.ts';
import { manyDebtors } from './telling/many-debtors.ts';

const database = testDatabase();
let world: FlowWorld;
let people: Id[];
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  people = await manyDebtors(world, 18);
});
afterAll(() => world.close());

const START = '2026-03-16';
const DAYS = 24;

/** Somebody pays an invoice in the night, or a part of it. */
async function pay(debtorId: Id, part: number): Promise<void> {
  const [invoice] = await world.store.table(invoices).in(world.scope).find({ debtorId });
  const line = bankLine(Math.floor(invoice!.openCents / part), { description: invoice!.number });
  if (line.amountCents === 0) return;
  const { scope, place } = world;
  await world.statements.receive(scope, place.administrationId, [bankStatement([line])]);
}

describe('the dry run', () => {
  it('says of each day what the live engine then does, and stores nothing', async () => {
    let lineCount = 0;
    for (let index = 0; index < DAYS; index += 1) {
      const day: CalendarDate = addDays(START, index);
      world.clock.moveTo(earlyOn(day));
      await pay(people[index % people.length]!, (index % 2) + 1);
      await world.work();
      const already = await linesOn(world, [day]);
      const before = await countAll(world);
      const sentBefore = world.mailbox.mails.length;

      const [run] = await world.flows.dryRun(world.scope, world.place.administrationId);
      expect(await countAll(world)).toEqual(before);
      expect(world.mailbox.mails).toHaveLength(sentBefore);
      await liveDay(world, day);

      const said = run!.lines.map((line) => sayLine(line.debtorNumber, line));
      const done = await linesOn(world, [day]);
      expect([day, ...[...already, ...said].sort()]).toEqual([day, ...done.sort()]);
      lineCount += said.length;
    }
    // Enough happened for this to mean something.
    expect(lineCount).toBeGreaterThan(100);
    expect(world.mailbox.mails.length).toBeGreaterThan(20);
  });
});
