import type { CalendarDate, Message } from '@inning/sdk';
import { debtors } from '../../../core/domain/debtors/index.ts';
import { instantAt } from '../../../core/time/index.ts';
import { instances, moves, stepsOf } from '../../../core/flows/index.ts';
import type { FlowWorld } from '../../kit/flow-world.ts';

const ZONE = 'Europe/Amsterdam';

/** Six in the morning, when nothing has been done yet. */
export const earlyOn = (day: CalendarDate): Date => instantAt(day, 6 * 60, ZONE);

/** Lets the live engine do everything of a day, each thing at its own time. */
export async function liveDay(world: FlowWorld, day: CalendarDate): Promise<void> {
  const { store, clock, flows, scope } = world;
  clock.moveTo(earlyOn(day));
  await flows.startDue(clock.now());
  await world.work();
  const rows = store.table(instances).in(scope);
  const end = instantAt(day, 23 * 60 + 59, ZONE);
  const due = { isLive: true, wakeAt: { $ne: null, $lte: end } };
  for (;;) {
    const [next] = await rows.find(due, { sort: { wakeAt: 1 }, limit: 1 });
    if (!next?.wakeAt) return;
    clock.moveTo(next.wakeAt);
    await world.work();
  }
}

export type Said = {
  readonly nodeId: string;
  readonly event: string;
  readonly outcome: string | null;
  readonly because: Message | null;
};
export const sayLine = (who: string, { nodeId, event, outcome, because }: Said): string =>
  [who, nodeId, event, outcome, because?.code].filter(Boolean).join(' ');

/** What the path of every instance tells of some days, a line each. */
export async function linesOn(world: FlowWorld, days: readonly CalendarDate[]): Promise<string[]> {
  const { store, scope } = world;
  const rows = await store
    .table(moves)
    .in(scope)
    .find({ on: { $in: [...days] } });
  const walked = await store.table(instances).in(scope).find();
  const people = await store.table(debtors).in(scope).find();
  const numberOf = new Map(people.map((one) => [String(one._id), one.number]));
  const whose = new Map(walked.map((one) => [String(one._id), String(one.debtorId)]));
  return stepsOf(rows).map(({ kind, nodeId, outcome, because, instanceId }) => {
    const who = numberOf.get(whose.get(String(instanceId)) ?? '') ?? '?';
    return sayLine(who, { nodeId, event: kind, outcome, because: because as Message | null });
  });
}

/** How many rows every collection holds, but for events: the database forgets those by itself. */
export async function countAll({ store }: FlowWorld): Promise<Record<string, number>> {
  const stored = (await store.connection.db?.collections()) ?? [];
  const all = stored.filter((one) => one.collectionName !== 'outbox');
  const counted = all.map(async (one) => [one.collectionName, await one.countDocuments()] as const);
  return Object.fromEntries(await Promise.all(counted));
}
