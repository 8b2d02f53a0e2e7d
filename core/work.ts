import type { Clock } from '@inning/sdk';
import type { Dispatcher } from './events/index.ts';
import type { Flows } from './flows/index.ts';
import type { Jobs } from './jobs/index.ts';

export type WorkParts = {
  readonly clock: Clock;
  readonly flows: Flows;
  readonly dispatcher: Dispatcher;
  readonly jobs: Jobs;
};

const MOST_HELPERS = 8;

/** Everything that happens by itself. Any number of processes may do this on one database. */
export async function startWork({ clock, flows, dispatcher, jobs }: WorkParts): Promise<void> {
  // Events are passed on as soon as they are there; this is for when nobody noticed.
  jobs.define('outbox', async () => void (await dispatcher.drain()));
  jobs.define('wake', async ({ data }) => {
    const now = clock.now();
    // One worker hears the clock; the others are asked to help as far as there is work for them.
    if (data['isHelp'] !== true) await askForHelp(jobs, await flows.partsDue(now));
    await flows.wake(now);
  });
  jobs.define('daily', async () => void (await flows.startDue(clock.now())));
  jobs.define('sweep', async () => flows.sweep(clock.now()));

  await jobs.every('outbox', '5 seconds');
  await jobs.every('wake', '5 seconds');
  await jobs.every('daily', '5 0 * * *', { timeZone: 'Europe/Amsterdam' });
  await jobs.every('sweep', '1 minute');
  await jobs.start();
}

async function askForHelp(jobs: Jobs, parts: number): Promise<void> {
  const helpers = Math.min(parts - 1, MOST_HELPERS);
  for (let count = 0; count < helpers; count += 1) await jobs.now('wake', { isHelp: true });
}
