import { addDays } from '@inning/sdk';
import { setTimeout as pause } from 'node:timers/promises';
import { outbox } from '../../../core/events/index.ts';
import { dayAt, instantAt } from '../../../core/time/index.ts';
import { type Instance, instances } from '../../../core/flows/index.ts';
import { type FaultRun, moveTo, ZONE } from '../given/fault-run.ts';
import type { Worker } from './start-worker.ts';

const LOOK_AGAIN_MS = 30;
/** Letters that were left on the way are settled ten minutes later. */
const SWEEP_AFTER_MS = 11 * 60_000;

export type TimePassing = FaultRun & {
  /** Those that work at this moment; they may change while time passes. */
  readonly workers: () => readonly Worker[];
  /** What workers reported as wrong: time does not pass when they cannot work. */
  readonly errors: () => readonly string[];
  /** Time does not pass before this has resolved. */
  readonly mayPass?: () => Promise<unknown>;
};

/** Moves the clock from one thing to do to the next, until every instance has ended or needs a person. */
export async function passToTheEnd(run: TimePassing): Promise<void> {
  for (;;) {
    await workedThrough(run);
    const next = await nextInstant(run);
    if (next === null) break;
    await run.mayPass?.();
    await moveTo(run.world, next);
  }
  await moveTo(run.world, new Date(run.world.clock.now().getTime() + SWEEP_AFTER_MS));
  await workedThrough(run);
  await drained(run);
}

/** Resolves when nothing is due any more at the present instant. */
export async function workedThrough(run: TimePassing): Promise<void> {
  const at = run.world.clock.now();
  for (;;) {
    const [error] = run.errors();
    if (error) throw new Error(error);
    if (hasLooked(run, at) && (await liveInstance(run, { wakeAt: { $lte: at } })) === null) return;
    await pause(LOOK_AGAIN_MS);
  }
}

/** A worker has looked at everything since the clock was moved, and there was nothing to start. */
function hasLooked({ workers }: TimePassing, at: Date): boolean {
  return workers().some((worker) => {
    const round = worker.lastRound();
    return round !== null && round.at === at.getTime() && round.started === 0;
  });
}

async function nextInstant(run: TimePassing): Promise<Date | null> {
  const { world, debtors } = run;
  const next = (await liveInstance(run, { wakeAt: { $ne: null } }))?.wakeAt ?? null;
  const begun = await world.store.table(instances).in(world.scope).count();
  if (begun >= debtors.length) return next;
  const dawn = instantAt(addDays(dayAt(world.clock.now(), ZONE), 1), 5, ZONE);
  return next !== null && next < dawn ? next : dawn;
}

function liveInstance({ world }: FaultRun, more: object): Promise<Instance | null> {
  return world.store
    .table(instances)
    .in(world.scope)
    .findOne({ isLive: true, state: 'running', ...more } as never, { sort: { wakeAt: 1 } });
}

async function drained({ world }: FaultRun): Promise<void> {
  const rows = world.store.table(outbox).in(world.scope);
  while ((await rows.count({ isWaiting: true })) > 0) await pause(LOOK_AGAIN_MS);
}
