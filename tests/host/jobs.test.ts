import { afterEach, describe, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../../core/jobs/index.ts';
import { useStore } from './database.ts';

const store = useStore();
const failures: object[] = [];
const log = { error: (details: object) => void failures.push(details) };
const opened: Jobs[] = [];
const LOCK_MS = 4_000;
/** Ends well between two looks of Agenda at the lock, one every half life of it. */
const WORK_MS = 2.25 * LOCK_MS;

function worker(options: { pollMs?: number } = {}): Jobs {
  const jobs = createJobs({ connection: store().connection, log, ...options });
  opened.push(jobs);
  return jobs;
}

const planned = () => store().connection.collection('jobs').find().toArray();

afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
  await store().connection.collection('jobs').deleteMany({});
  failures.length = 0;
});

describe('jobs', () => {
  it('does what is asked for now, and forgets it afterwards', async () => {
    const heard: unknown[] = [];
    const jobs = worker();
    jobs.define('wake', async ({ data }) => void heard.push(data));
    await jobs.start();

    await jobs.now('wake', { shard: 1 });
    await expect.poll(() => heard).toEqual([{ shard: 1 }]);
    await expect.poll(planned).toEqual([]);
  });

  it('is told of work by the database, long before it would look for it', async () => {
    const heard: unknown[] = [];
    const jobs = worker({ pollMs: 10 * 60_000 });
    jobs.define('wake', async ({ data }) => void heard.push(data));
    await jobs.start();

    // It listens from a moment after the start; what comes before waits for the next look.
    const ask = async () => {
      await jobs.now('wake', { shard: 2 });
      return heard.length > 0;
    };
    await expect.poll(ask, { interval: 500 }).toBe(true);
  });

  it('repeats at its interval, on one of several workers', async () => {
    let running = 0;
    let overlaps = 0;
    let runs = 0;
    for (const jobs of [worker(), worker()]) {
      jobs.define('outbox', async () => {
        runs += 1;
        running += 1;
        if (running > 1) overlaps += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
        running -= 1;
      });
      await jobs.every('outbox', '1 second');
      await jobs.start();
    }

    await expect.poll(() => runs).toBeGreaterThanOrEqual(3);
    expect(overlaps).toBe(0);
    expect(await planned()).toHaveLength(1);
  });

  it('keeps the lock of work that takes longer than the lock lives', async () => {
    let runs = 0;
    for (const jobs of [worker(), worker()]) {
      jobs.define(
        'sweep',
        async () => {
          runs += 1;
          await new Promise((resolve) => setTimeout(resolve, WORK_MS));
        },
        { lockLifetimeMs: LOCK_MS },
      );
      await jobs.start();
    }
    await opened[0]!.now('sweep');

    await expect.poll(planned, { timeout: 30_000 }).toEqual([]);
    expect(runs).toBe(1);
    expect(failures).toEqual([]);
  });

  it('waits at a shutdown for what is running', async () => {
    let isDone = false;
    let hasBegun = false;
    const jobs = worker();
    jobs.define('daily', async () => {
      hasBegun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      isDone = true;
    });
    await jobs.start();
    await jobs.now('daily');
    await expect.poll(() => hasBegun, { interval: 5 }).toBe(true);

    await jobs.stop();
    expect(isDone).toBe(true);
  });

  it('says which job failed and tries a repeated one again at its next time', async () => {
    let runs = 0;
    const jobs = worker();
    jobs.define('wake', async () => {
      runs += 1;
      throw new Error('not today');
    });
    await jobs.every('wake', '1 second');
    await jobs.start();

    await expect.poll(() => runs).toBeGreaterThanOrEqual(2);
    expect(failures[0]).toMatchObject({ job: 'wake' });
  });
});
