import type { Clock } from '@inning/sdk';

/** The clock of the running process. Everything else takes a `Clock` from its dependencies. */
export const systemClock: Clock = { now: () => new Date() };

export type MovableClock = Clock & { moveTo(instant: Date): void };

/** A clock for demo, simulation and tests: it stands still until it is moved. */
export function movableClock(start: Date): MovableClock {
  let current = start;
  return {
    now: () => new Date(current),
    moveTo(instant) {
      current = instant;
    },
  };
}
