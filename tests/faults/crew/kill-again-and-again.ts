import { setTimeout as pause } from 'node:timers/promises';
import type { MailSignals } from './mail-signals.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Worker } from './start-worker.ts';

export type Killing = {
  readonly kills: number;
  readonly random: SeededRandom;
  readonly signals: MailSignals;
  readonly start: () => Promise<Worker>;
};
export type KilledCrew = {
  /** The worker that works now. */
  readonly workers: () => readonly Worker[];
  /** What all of them reported as wrong. */
  readonly errors: () => readonly string[];
  readonly kills: () => number;
  /** Resolves when the next worker stands ready, so that no work is done out of reach of a kill. */
  readonly mayPass: () => Promise<unknown>;
  end(): Promise<void>;
};

/** Longest time between a worker being replaceable and its end. */
const AT_LAST_MS = 700;

/**
 * Lets one worker work, kills it at a moment of chance and lets the next go on. The next has loaded
 * its code before, as a second worker that a platform keeps at hand.
 */
export async function killAgainAndAgain(killing: Killing): Promise<KilledCrew> {
  const all: Worker[] = [];
  const problems: string[] = [];
  const next = async () => {
    const worker = await killing.start();
    all.push(worker);
    return worker;
  };
  let active = await next();
  let standby = next();
  let kills = 0;
  let isOver = false;
  active.go();

  async function killAll(): Promise<void> {
    while (kills < killing.kills && !isOver) {
      const spare = await standby;
      await momentOfChance(killing);
      if (isOver) return;
      await active.kill();
      kills += 1;
      active = spare;
      standby = next();
      active.go();
    }
  }
  const killed = killAll().catch((error: unknown) => void problems.push(String(error)));

  return {
    workers: () => [active],
    errors: () => [...problems, ...all.flatMap((worker) => worker.errors)],
    kills: () => kills,
    mayPass: () => standby,
    async end() {
      isOver = true;
      await killed;
      await standby.catch(() => undefined);
      await Promise.all(all.map((worker) => worker.kill()));
    },
  };
}

/** Mostly while mail leaves, just before or after the answer; sometimes anywhere. */
async function momentOfChance({ random, signals }: Killing): Promise<void> {
  const latestMs = random.between(20, AT_LAST_MS);
  if (random.between(1, 4) === 1) return pause(latestMs);
  const phase = random.pick(['before-answer', 'after-answer'] as const);
  const count = random.between(1, 25);
  const delayMs = random.pick([0, 0, 0, 1, 3, 10, 40, 120]);
  await Promise.race([signals.onNth(count, phase), pause(AT_LAST_MS)]);
  if (delayMs > 0) await pause(delayMs);
}
