import { randomUUID } from 'node:crypto';
import type { Clock } from '@inning/sdk';
import { isDuplicateKey, type Store, systemScope } from '../../store/index.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import { SHARD_COUNT, shards } from '../instances/shard.model.ts';
import { BatchOvertakenError } from './commit-moves.ts';
import { type BatchDeps, createBatchRunner, type Fence } from './run-batch.ts';

export type WakeDeps = BatchDeps & {
  /** Leases run on real time, also when the business clock is moved. */
  readonly leaseClock: Clock;
  readonly batchSize?: number;
  readonly leaseMs?: number;
  /** How many shards this process works on at once. */
  readonly lanes?: number;
};

/** Another worker took this shard over; whatever was decided here is not written. */
export class ShardLostError extends Error {
  override readonly name = 'ShardLostError';
}

const MAX_TRIES = 5;

/**
 * Wakes everything that is due: takes free shards one by one, works each until nothing in it is due,
 * and lets go. Any number of workers may do so at the same time; the cost follows what is due.
 */
export function createWaker(deps: WakeDeps) {
  const scope = systemScope('due instances of many administrations');
  const instanceRows = deps.store.table(instances).in(scope);
  const shardRows = deps.store.table(shards).in(scope);
  const runBatch = createBatchRunner(deps);
  const owner = randomUUID();
  const { batchSize = 500, leaseMs = 30_000, lanes = 2 } = deps;
  let isStopping = false;

  return {
    /** Moves what is due at that instant; returns how many moves were made. */
    async wake(now: Date): Promise<number> {
      const waiting = await shardsWithWork(now);
      const queue = waiting.values();
      const counts = await Promise.all(
        Array.from({ length: lanes }, async () => {
          let count = 0;
          for (const shard of queue) count += await workShard(shard, now);
          return count;
        }),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    shardsWithWork,
    /** Lets the batches under way end and takes no new ones. */
    stop() {
      isStopping = true;
    },
  };

  async function shardsWithWork(now: Date): Promise<number[]> {
    const all = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
    const first = await Promise.all(
      all.map((shard) =>
        instanceRows.findOne({ isLive: true, shard, wakeAt: { $lte: now } }, { fields: ['shard'] }),
      ),
    );
    return first.flatMap((one) => (one ? [one.shard] : []));
  }

  async function workShard(shard: number, now: Date): Promise<number> {
    const fence = await takeShard(shard);
    if (fence === null) return 0;
    let count = 0;
    // Letters may take longer to leave than a lease lasts.
    const heartbeat = setInterval(() => void extend(shard, fence), leaseMs / 3);
    try {
      let fruitless = 0;
      while (!isStopping && fruitless < MAX_TRIES) {
        const due = await dueIn(shard, now);
        if (due.length === 0) break;
        const moved = await tryBatch(due, now, renew(shard, fence));
        fruitless = moved > 0 ? 0 : fruitless + 1;
        count += moved;
      }
    } catch (error) {
      if (!(error instanceof ShardLostError)) throw error;
    } finally {
      clearInterval(heartbeat);
      await letGo(shard, fence);
    }
    return count;
  }

  /** Moves a batch; one that was overtaken moved nothing and is read again. */
  async function tryBatch(due: readonly Instance[], now: Date, fence: Fence): Promise<number> {
    try {
      return await runBatch(due, now, fence);
    } catch (error) {
      if (error instanceof BatchOvertakenError) return 0;
      throw error;
    }
  }

  function dueIn(shard: number, now: Date): Promise<Instance[]> {
    return instanceRows.find(
      { isLive: true, shard, wakeAt: { $lte: now } },
      { sort: { wakeAt: 1 }, limit: batchSize },
    );
  }

  /** The fence number under which this worker holds the shard, or null when another one does. */
  async function takeShard(shard: number): Promise<number | null> {
    const at = deps.leaseClock.now();
    const taken = { owner, leaseUntil: new Date(at.getTime() + leaseMs) };
    const row = await shardRows.change(
      { _id: shard, leaseUntil: { $lte: at } } as never,
      { $set: taken, $inc: { fence: 1 } } as never,
    );
    if (row) return row.fence;
    try {
      const made = await shardRows.insert({ _id: shard, ...taken, fence: 1 } as never);
      return made.fence;
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }

  /** Written in each transaction: of two workers that both think they hold the shard, one fails. */
  function renew(shard: number, fence: number): Fence {
    return async (session) => {
      const leaseUntil = new Date(deps.leaseClock.now().getTime() + leaseMs);
      const held = await shardRows.updateOne(
        { _id: shard, fence } as never,
        { $set: { leaseUntil } } as never,
        { session },
      );
      if (!held) throw new ShardLostError();
    };
  }

  async function extend(shard: number, fence: number): Promise<void> {
    const leaseUntil = new Date(deps.leaseClock.now().getTime() + leaseMs);
    await shardRows
      .updateOne({ _id: shard, fence } as never, { $set: { leaseUntil } } as never)
      .catch((error: unknown) => deps.log.error({ err: error }, 'a lease could not be extended'));
  }

  async function letGo(shard: number, fence: number): Promise<void> {
    const leaseUntil = deps.leaseClock.now();
    await shardRows.updateOne({ _id: shard, fence } as never, { $set: { leaseUntil } } as never);
  }
}
