import { addDays } from '@inning/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import { FlowNotFoundError } from '../../core/flows/index.ts';
import { newId, type Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at } from './telling/at.ts';
import { countAll, earlyOn, linesOn, liveDay, sayLine } from './telling/live-day.ts';
import { manyDebtors } from './telling/many-debtors.ts';

const database = testDatabase();
let world: FlowWorld;
let people: Id[];
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
  people = await manyDebtors(world, 12);
});
afterAll(() => world.close());

const START = '2026-03-16';
const DAYS = 24;
const days = Array.from({ length: DAYS + 1 }, (_, index) => addDays(START, index));

describe('the simulation', () => {
  it('tells of each debtor what the live engine does in the days to come, and stores nothing', async () => {
    // Some stand in the middle of their flow, others begin later.
    await at(world, '2026-03-12');
    await at(world, '2026-03-14', { time: '21:30' });
    world.clock.moveTo(earlyOn(START));
    const before = await countAll(world);

    const said: string[] = [];
    for (const debtorId of people) {
      const { number } = await world.debtors.get(world.scope, debtorId);
      const result = await world.flows.simulate(world.scope, { debtorId, days: DAYS });
      said.push(...result!.lines.map((line) => sayLine(`${line.on} ${number}`, line)));
    }
    expect(await countAll(world)).toEqual(before);

    const done: string[] = [];
    for (const day of days) {
      await liveDay(world, day);
      done.push(...(await linesOn(world, [day])).map((line) => `${day} ${line}`));
    }
    expect(said.sort()).toEqual(done.sort());
    expect(done.length).toBeGreaterThan(80);
  });

  it('pays on the day that was asked, as a bank statement would', async () => {
    const { _id: debtorId } = await world.given.debtor({ email: 'payer@example.nl' });
    const invoicedOn = '2026-05-01';
    const invoice = await world.given.invoice({ debtorId, invoicedOn, dueOn: '2026-05-31' });
    await world.choose(world.flowIds.get('neutral')!);
    await at(world, '2026-06-01');

    // Reminder 1 on 31 May + 14 = 14 June, a Sunday: Monday the 15th. Paid on day 16: 17 June.
    const payments = [{ day: 16, amountCents: invoice.openCents }];
    const result = await world.flows.simulate(world.scope, { debtorId, days: 60, payments });
    expect(result!.lines.map(({ on, nodeId, event }) => `${on} ${nodeId} ${event}`)).toEqual([
      '2026-06-14 wait-reminder-1 done',
      '2026-06-14 reminder-1 parked',
      '2026-06-15 reminder-1 done',
      '2026-06-17 wait-reminder-2 ended',
    ]);

    await at(world, '2026-06-14');
    await at(world, '2026-06-15');
    world.clock.moveTo(new Date('2026-06-17T08:00:00Z'));
    const line = bankLine(invoice.openCents, { description: invoice.number });
    const { scope, place } = world;
    await world.statements.receive(scope, place.administrationId, [bankStatement([line])]);
    await world.work();
    expect(await world.flowsOf(debtorId)).toMatchObject([
      { endedAs: 'paid', nodeId: 'wait-reminder-2' },
    ]);
  });

  it('of a flow that is not there, or of others, is refused', async () => {
    const debtorId = people[0]!;
    const flowId = newId();
    const asked = world.flows.simulate(world.scope, { debtorId, days: 5, flowId });
    await expect(asked).rejects.toThrow(FlowNotFoundError);
  });
});
