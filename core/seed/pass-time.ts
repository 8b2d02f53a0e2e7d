import { addDays, type CalendarDate, invariant } from '@inning/sdk';
import type { App } from '../app.ts';
import type { MovableClock } from '../clock.ts';
import { outbox } from '../events/index.ts';
import { dayAt, instantAt } from '../time/index.ts';
import { instances } from '../flows/index.ts';
import { systemScope } from '../store/index.ts';

/** An application whose time stands still until it is moved. */
export type VirtualApp = { readonly app: App; readonly clock: MovableClock };

/** All administrations of a demo live here. */
export const ZONE = 'Europe/Amsterdam';
/** When the daily look at every administration runs, as a worker does it. */
const DAILY_MINUTE = 5;
const MOST_ROUNDS = 100;
const MOST_FRUITLESS = 3;

export const at = (day: CalendarDate, hours: number, minutes = 0): Date =>
  instantAt(day, hours * 60 + minutes, ZONE);

export const dayOf = (instant: Date): CalendarDate => dayAt(instant, ZONE);

const scope = systemScope('a virtual worker looks for what is due');

/** Does everything that is due at this instant, as a worker would. */
export async function settle({ app, clock }: VirtualApp): Promise<void> {
  let fruitless = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = clock.now();
    // Two small questions instead of the many with which workers share their work.
    const [waiting, due] = await Promise.all([
      app.store
        .table(outbox)
        .in(scope)
        .findOne({ isWaiting: true }, { fields: ['name'] }),
      app.store
        .table(instances)
        .in(scope)
        .findOne({ isLive: true, wakeAt: { $lte: now } }, { fields: ['shard'] }),
    ]);
    const passedOn = waiting ? await app.dispatcher.drain() : 0;
    const moved = due ? await app.flows.wake(now) : 0;
    // A part of the work that was not free at first may be at the next look.
    fruitless = passedOn + moved === 0 ? fruitless + 1 : 0;
    if ((!waiting && !due) || fruitless === MOST_FRUITLESS) return;
  }
  invariant(false, 'the engine comes to rest within one instant');
}

/**
 * Lets time pass up to and including `until`: stops wherever an instance wakes or a day begins, and
 * does what is due there. What lies between costs nothing.
 */
export async function passTime(world: VirtualApp, until: Date): Promise<void> {
  const { app, clock } = world;
  const live = app.store.table(instances).in(scope);
  for (;;) {
    const now = clock.now();
    const daily = nextDaily(now);
    const [first] = await live.find(
      { isLive: true, wakeAt: { $gt: now } },
      { sort: { wakeAt: 1 }, limit: 1, fields: ['wakeAt'] },
    );
    const wake = first?.wakeAt ?? null;
    const next = wake !== null && wake < daily ? wake : daily;
    if (next > until) break;
    clock.moveTo(next);
    if (next === daily) await app.flows.startDue(next);
    await settle(world);
  }
  clock.moveTo(until);
}

function nextDaily(now: Date): Date {
  const today = at(dayOf(now), 0, DAILY_MINUTE);
  return today > now ? today : at(addDays(dayOf(now), 1), 0, DAILY_MINUTE);
}
