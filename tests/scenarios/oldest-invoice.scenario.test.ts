import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invoice } from '../../core/domain/invoices/index.ts';
import { bankLine, bankStatement } from '../../core/domain/testing/bank.ts';
import type { Id } from '../../core/store/index.ts';
import { testDatabase } from '../kit/database.ts';
import { type FlowWorld, openFlowWorld } from '../kit/flow-world.ts';
import { at, through } from './telling/at.ts';
import { sentences, told } from './telling/told.ts';

const database = testDatabase();
let world: FlowWorld;
beforeAll(async () => {
  world = await openFlowWorld(database.uri);
});
afterAll(() => world.close());

const someone = async (): Promise<Id> =>
  (await world.given.debtor({ email: 'debtor@example.nl' }))._id;
const invoice = (debtorId: Id, dueOn: string) =>
  world.given.invoice({ debtorId, invoicedOn: dueOn.replace(/-\d\d$/, '-01'), dueOn });

/** The statement comes in on the afternoon of that day. */
async function pay(day: string, ...paid: Invoice[]): Promise<void> {
  world.clock.moveTo(new Date(`${day}T13:00:00Z`));
  const { scope, place } = world;
  const lines = paid.map((one) =>
    bankLine(one.openCents, { description: one.number, bookedOn: day }),
  );
  await world.statements.receive(scope, place.administrationId, [bankStatement(lines)]);
  await world.work();
}

describe('the oldest invoice of a debtor in Neutral', () => {
  it('paid while the flow waits: the day moves with what is left, and the path says so', async () => {
    // A due 4 September: reminder on 18 September (1 + 30 = 1 October is later!): 1 October. B due 20
    // September: latest of 4 October, a Sunday, and 1 October: 4 October, parked until Monday the 5th.
    const debtor = await someone();
    const a = await invoice(debtor, '2026-09-04');
    await invoice(debtor, '2026-09-20');
    await at(world, '2026-09-05');
    expect(await world.flowsOf(debtor)).toMatchObject([{ plannedOn: '2026-10-01' }]);
    await at(world, '2026-09-21');

    await pay('2026-09-22', a);
    await through(world, '2026-10-01', '2026-10-05');

    expect(await told(world, debtor)).toEqual([
      '2026-09-22 wait-reminder-1 parked re-anchored',
      '2026-10-04 reminder-1 parked contact-window',
      '2026-10-05 reminder-1 sent',
    ]);
    const [flow] = await world.flowsOf(debtor);
    expect((await sentences(world, flow!._id, 'nl'))[1]).toBe(
      'De datum verschuift van do 1 okt 2026 naar zo 4 okt 2026, omdat de oudste factuur is betaald of gewijzigd',
    );
  });

  it('paid in part changes nothing but the amount', async () => {
    const debtor = await someone();
    const a = await invoice(debtor, '2026-09-04');
    await at(world, '2026-09-05');

    await pay('2026-09-22', { ...a, openCents: 2_500 } as Invoice);
    await at(world, '2026-10-01');

    expect(await told(world, debtor)).toEqual(['2026-10-01 reminder-1 sent']);
    expect(world.mailbox.mails.at(-1)?.text).toContain('75,00');
  });

  it('everything in the last letter paid: ends as paid, and the newer one starts over', async () => {
    // A due 4 September: reminder 1 on 1 October, reminder 2 planned for the 8th. B due 3 October,
    // overdue on the 4th: it was not in the letter.
    const debtor = await someone();
    const a = await invoice(debtor, '2026-09-04');
    await at(world, '2026-09-05');
    await at(world, '2026-10-01');
    await invoice(debtor, '2026-10-03');
    await at(world, '2026-10-04');

    await pay('2026-10-06', a);
    await through(world, '2026-10-08', '2026-10-09');
    await at(world, '2026-10-31');

    // B: latest of 3 October + 14 = 17 October and 1 October + 30 = 31 October, a Saturday.
    expect(await told(world, debtor)).toEqual([
      '2026-10-01 reminder-1 sent',
      '2026-10-06 wait-reminder-2 ended paid',
      '2026-10-31 reminder-1 sent',
    ]);
    expect(await world.flowsOf(debtor)).toMatchObject([
      { endedAs: 'paid', waiting: null },
      { isLive: true, startedOn: '2026-10-06' },
    ]);
  });

  it('paid, while another of the letter is still open: the series goes on', async () => {
    const debtor = await someone();
    const a = await invoice(debtor, '2026-09-04');
    await invoice(debtor, '2026-09-05');
    await at(world, '2026-09-06');
    await at(world, '2026-10-01');

    await pay('2026-10-06', a);
    await at(world, '2026-10-08');

    // Reminder 2 counts from reminder 1: 1 + 7 = 8 October, whatever was paid.
    expect(await told(world, debtor)).toEqual([
      '2026-10-01 reminder-1 sent',
      '2026-10-08 reminder-2 sent',
    ]);
  });
});
