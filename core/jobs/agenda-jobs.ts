import { MongoBackend, MongoChangeStreamNotificationChannel } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import type { Db } from 'mongodb';
import type { Connection } from 'mongoose';
import type { JobHandler, JobName, Jobs } from './jobs.ts';

const COLLECTION = 'jobs';
const POLL_MS = 2_000;
const LOCK_LIFETIME_MS = 10_000;
const STOP_WITHIN_MS = 8_000;

export type JobsDeps = {
  readonly connection: Connection;
  readonly log: { error(details: object, text: string): void };
  /** How often to look for work that was not heard of, in milliseconds. */
  readonly pollMs?: number;
};

/** Agenda behind our own small interface. Asks nothing of the database before it is used. */
export function createJobs({ connection, log, pollMs = POLL_MS }: JobsDeps): Jobs {
  const db = connection.db as unknown as Db;
  const running = createRunning();
  let opened: Agenda | null = null;

  function agenda(): Agenda {
    opened ??= openAgenda(db, pollMs)
      .on('start', () => running.begin())
      // Comes after the job's state was saved: from then on the connection may be closed.
      .on('complete', () => running.end())
      .on('error', (error: Error) => log.error({ err: error }, 'the job runner reported an error'));
    return opened;
  }

  return {
    define(name, handler, options = {}) {
      const lockLifetime = options.lockLifetimeMs ?? LOCK_LIFETIME_MS;
      // One parameter on purpose: with two, Agenda waits for a callback that never comes.
      const run = async (job: Job): Promise<void> => {
        if (running.isStopping()) return;
        try {
          await runKeepingLock(job, handler, lockLifetime);
        } catch (error) {
          log.error({ err: error, job: name }, 'a job failed');
          throw error;
        }
      };
      agenda().define(name, run, { lockLifetime });
    },

    async every(name, interval, options = {}) {
      if (await isPlanned(db, { name, interval, timeZone: options.timeZone ?? null })) return;
      const timezone = options.timeZone ? { timezone: options.timeZone } : {};
      await agenda().every(interval, name, undefined, timezone);
    },

    async now(name, data = {}) {
      await agenda().now(name, data);
    },

    start: () => agenda().start(),

    async stop(waitMs = STOP_WITHIN_MS) {
      if (!opened) return;
      const stopped = running.stop(waitMs);
      // Releases what is locked and not begun; what runs keeps its lock until it ends.
      await opened.stop(false);
      await stopped;
    },
  };
}

function openAgenda(db: Db, pollMs: number): Agenda {
  return new Agenda({
    backend: new MongoBackend({ mongo: db as never, collection: COLLECTION }),
    // The change stream tells at once; polling is the safety net under it.
    notificationChannel: new MongoChangeStreamNotificationChannel({
      db: db as never,
      collection: COLLECTION,
    }),
    processEvery: pollMs,
    // Without a limit one worker would take everything that is due into its memory.
    defaultLockLimit: 1,
    defaultConcurrency: 1,
    defaultLockLifetime: LOCK_LIFETIME_MS,
    removeOnComplete: true,
  });
}

/** Renews the lock while the handler works, so that a short lock does not stop long work. */
async function runKeepingLock(job: Job, handler: JobHandler, lockLifetimeMs: number) {
  let renewal: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    renewal = job.touch().catch(() => undefined);
  }, lockLifetimeMs / 3);
  try {
    await handler({ data: (job.attrs.data ?? {}) as Record<string, unknown> });
  } finally {
    clearInterval(timer);
    // A renewal still under way would lock the job again after it has ended.
    await renewal;
  }
}

/** Counts what runs, so that a shutdown can wait for it. */
function createRunning() {
  let count = 0;
  let isStopping = false;
  let onIdle: () => void = () => undefined;
  return {
    begin: () => void (count += 1),
    end() {
      count -= 1;
      if (count === 0) onIdle();
    },
    isStopping: () => isStopping,
    stop(waitMs: number): Promise<void> {
      isStopping = true;
      if (count === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        onIdle = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}

/** Saving a plan again would take the lock away from the worker that runs the job at this moment. */
async function isPlanned(
  db: Db,
  plan: { name: JobName; interval: string; timeZone: string | null },
): Promise<boolean> {
  const found = await db.collection(COLLECTION).findOne({ name: plan.name, type: 'single' });
  if (!found || found['repeatInterval'] !== plan.interval) return false;
  return (found['repeatTimezone'] ?? null) === plan.timeZone;
}
