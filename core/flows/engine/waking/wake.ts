import { randomUUID } from 'node:crypto';
import { type Store, systemScope } from '../../../store/index.ts';
import { type Instance, instances } from '../../instances/instance.model.ts';
import { SHARD_COUNT } from '../../instances/shard.model.ts';
import { BatchOvertakenError } from '../writing/index.ts';
import {
  createShardLeases,
  type HeldShards,
  type LeaseDeps,
  ShardLostError,
} from '../leases/index.ts';
import { type BatchDeps, createBatchRunner } from './run-batch.ts';

export type WakeDeps = BatchDeps &
  LeaseDeps & {
    readonly store: Store;
    readonly batchSize?: number;
    /** How many groups of shards this process works on at once. */
    readonly lanes?: number;
  };

/** Shards are taken four by four: large batches, and something left for other workers. */
const SHARDS_AT_ONCE = 4;
const GROUPS: readonly number[][] = Array.from(
  { length: SHARD_COUNT / SHARDS_AT_ONCE },
  (_, group) => Array.from({ length: SHARDS_AT_ONCE }, (__, one) => group * SHARDS_AT_ONCE + one),
);
const MAX_TRIES = 5;

/**
 * Wakes everything that is due: takes free shards, works them until nothing in them is due, and lets
 * go. Any number of workers may do so at the same time; the cost follows what is due.
 */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createWaker(deps: WakeDeps) {
  const scope = systemScope('due instances of many administrations');
  const rows = deps.store.table(instances).in(scope);
  const leases = createShardLeases(deps);
  const runBatch = createBatchRunner(deps);
  const { batchSize = 1_000, lanes = GROUPS.length } = deps;
  let isStopping = false;

  return {
    /** Moves what is due at that instant; returns how many moves were made. Rejects once nothing is under way any more. */
    async wake(now: Date): Promise<number> {
      const groups = (await groupsWithWork(now)).values();
      const ended = await Promise.allSettled(
        Array.from({ length: lanes }, async () => {
          let count = 0;
          for (const group of groups) count += await workShards(group, now);
          return count;
        }),
      );
      return ended.reduce((sum, lane) => {
        if (lane.status === 'rejected') throw lane.reason;
        return sum + lane.value;
      }, 0);
    },
    groupsWithWork,
    /** Lets the batches under way end and takes no new ones. */
    stop() {
      isStopping = true;
    },
  };

  /** The groups of shards in which something is due. */
  async function groupsWithWork(now: Date): Promise<readonly number[][]> {
    const first = await Promise.all(
      GROUPS.map((group) =>
        rows.findOne(
          { isLive: true, shard: { $in: group }, wakeAt: { $lte: now } },
          { fields: ['shard'] },
        ),
      ),
    );
    return GROUPS.filter((_, index) => first[index] !== null);
  }

  async function workShards(wanted: readonly number[], now: Date): Promise<number> {
    const held = await leases.take(wanted, randomUUID());
    if (!held) return 0;
    let count = 0;
    try {
      let fruitless = 0;
      while (!isStopping && fruitless < MAX_TRIES) {
        const due = await dueIn(held.shards, now);
        if (due.length === 0) break;
        const moved = await tryBatch(due, now, held);
        fruitless = moved > 0 ? 0 : fruitless + 1;
        count += moved;
      }
    } catch (error) {
      if (!(error instanceof ShardLostError)) throw error;
    } finally {
      await held.letGo();
    }
    return count;
  }

  /** Moves a batch; one that was overtaken moved nothing and is read again. */
  async function tryBatch(due: readonly Instance[], now: Date, held: HeldShards): Promise<number> {
    try {
      return await runBatch(due, now, held.fence);
    } catch (error) {
      if (error instanceof BatchOvertakenError) return 0;
      throw error;
    }
  }

  function dueIn(held: readonly number[], now: Date): Promise<Instance[]> {
    return rows.find(
      { isLive: true, shard: { $in: [...held] }, wakeAt: { $lte: now } },
      { limit: batchSize },
    );
  }
}
