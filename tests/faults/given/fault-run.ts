import { addDays, type CalendarDate, cents } from '@inning/sdk';
import { type Debtor, debtors } from '../../../core/domain/debtors/index.ts';
import { debtorRow } from '../../../core/domain/debtors/debtor-row.ts';
import { instantAt } from '../../../core/time/index.ts';
import { type FlowWorld, openFlowWorld } from '../../kit/flow-world.ts';
import { setVirtualClock } from '../crew/virtual-clock.ts';

export const ZONE = 'Europe/Amsterdam';
const START_ON: CalendarDate = '2026-02-10';
/** One in so many has no e-mail address, and one in so many has two invoices. */
const WITHOUT_EMAIL = 31;
const WITH_TWO = 5;

export type FaultRun = {
  readonly world: FlowWorld;
  readonly debtors: readonly Debtor[];
};
export type FaultRunOptions = {
  /** How many debtors walk through each of the standard flows. */
  readonly debtors: Readonly<Record<'neutral' | 'friendly' | 'strict', number>>;
  /** Invoices come due on so many days after the start; with many, every day has its own work. */
  readonly dueDays: number;
};

/** A database with debtors whose invoices come due in the days after the start, and nothing done yet. */
export async function openFaultRun(uri: string, options: FaultRunOptions): Promise<FaultRun> {
  const world = await openFlowWorld(uri, { startOn: START_ON });
  const flowOf = Object.entries(options.debtors).flatMap(([slug, count]) =>
    Array.from({ length: count }, () => world.flowIds.get(slug) ?? null),
  );
  const people = flowOf.map((flowId, index): Debtor => {
    const email = index % WITHOUT_EMAIL === 0 ? null : `debtor-${index}@example.nl`;
    const news = { number: `D${index}`, kind: 'business', name: `Debtor ${index}`, email } as const;
    return { ...debtorRow(world.place, news, world.clock.now()), flowId };
  });
  await world.store.table(debtors).in(world.scope).insertRaw(people);
  await world.invoices.receive(world.scope, world.place, {
    by: 'test',
    news: people.flatMap((debtor, index) =>
      invoicesFor(debtor, { index, dueOn: addDays(START_ON, index % options.dueDays) }),
    ),
  });
  await moveTo(world, instantAt(addDays(START_ON, 1), 5, ZONE));
  return { world, debtors: people };
}

/** Moves the clock of the test and of all its workers. */
export async function moveTo(world: FlowWorld, at: Date): Promise<void> {
  world.clock.moveTo(at);
  await setVirtualClock(world.store, at);
}

function invoicesFor(debtor: Debtor, { index, dueOn }: { index: number; dueOn: CalendarDate }) {
  const invoice = (number: string) => ({
    debtorId: debtor._id,
    number,
    currency: 'EUR',
    totalCents: cents(10_000 + index),
    invoicedOn: addDays(dueOn, -30),
    dueOn,
  });
  const second = index % WITH_TWO === 0 ? [invoice(`B-${index}`)] : [];
  return [invoice(`A-${index}`), ...second];
}
