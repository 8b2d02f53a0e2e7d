import type { Clock } from '@inning/sdk';
import { isDuplicateKey, type Store, systemScope } from '../../../store/index.ts';
import { shards } from '../../instances/shard.model.ts';
import type { Fence } from './fence.ts';

export type LeaseDeps = {
  readonly store: Store;
  /** Leases run on real time, also when the business clock is moved. */
  readonly leaseClock: Clock;
  readonly leaseMs?: number;
  readonly log: { error(details: object, text: string): void };
};

/** Another worker took a shard over; whatever was decided here is not written. */
export class ShardLostError extends Error {
  override readonly name = 'ShardLostError';
}

export type HeldShards = {
  readonly shards: readonly number[];
  /** Proves, inside a transaction, that all of them are still held. */
  readonly fence: Fence;
  letGo(): Promise<void>;
};

/**
 * Who works on which share of the instances. A lease bears the name of one taking and no other: it is
 * written in each transaction, so that of two workers that both think they hold a shard, one fails.
 */
export function createShardLeases({ store, leaseClock, log, leaseMs = 30_000 }: LeaseDeps) {
  const rows = store.table(shards).in(systemScope('workers share the work of everybody'));
  const untilLater = () => new Date(leaseClock.now().getTime() + leaseMs);

  return {
    /** Takes those of the wanted shards that are free; null when none is. */
    async take(wanted: readonly number[], owner: string): Promise<HeldShards | null> {
      const at = leaseClock.now();
      const ids = [...wanted];
      await makeMissing(ids);
      await rows.updateMany(
        { _id: { $in: ids }, leaseUntil: { $lte: at } } as never,
        { $set: { owner, leaseUntil: untilLater() } } as never,
      );
      const held = await rows.find({ owner, _id: { $in: ids } } as never);
      const taken = held.map((row) => Number(row._id));
      return taken.length > 0 ? holding(taken, owner) : null;
    },
  };

  function holding(taken: readonly number[], owner: string): HeldShards {
    const mine = { _id: { $in: [...taken] }, owner } as never;
    const extend = (): Promise<unknown> =>
      rows.updateMany(mine, { $set: { leaseUntil: untilLater() } } as never);
    // Letters may take longer to leave than a lease lasts.
    const heartbeat = setInterval(() => {
      extend().catch((err: unknown) => log.error({ err }, 'a lease could not be extended'));
    }, leaseMs / 3);

    return {
      shards: taken,
      async fence(session) {
        const change = { $set: { leaseUntil: untilLater() }, $inc: { writes: 1 } } as never;
        const held = await rows.updateMany(mine, change, { session });
        if (held !== taken.length) throw new ShardLostError();
      },
      async letGo() {
        clearInterval(heartbeat);
        await rows.updateMany(mine, {
          $set: { owner: null, leaseUntil: leaseClock.now() },
        } as never);
      },
    };
  }

  /** The row of a shard that was never worked on before. */
  async function makeMissing(ids: readonly number[]): Promise<void> {
    const known = await rows.count({ _id: { $in: [...ids] } } as never);
    if (known === ids.length) return;
    // Free since ever, so that whoever makes the rows can take them at once.
    const leaseUntil = new Date(0);
    for (const _id of ids) {
      const row = { _id, owner: null, leaseUntil, writes: 0 };
      await rows.insert(row as never).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    }
  }
}
