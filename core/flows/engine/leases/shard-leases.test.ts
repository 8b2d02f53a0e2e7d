import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../tests/kit/database.ts';
import { systemClock } from '../../../clock.ts';
import { openStore, type Store } from '../../../store/index.ts';
import { createShardLeases, ShardLostError } from './shard-leases.ts';

const database = testDatabase();
let store: Store;
beforeAll(async () => {
  store = await openStore(database.uri);
});
afterAll(() => store.close());

const leases = (leaseMs = 30_000) =>
  createShardLeases({ store, leaseClock: systemClock, log: console, leaseMs });

describe('leases of shards', () => {
  it('are had at once, also when nobody ever held the shard', async () => {
    const held = await leases().take([4, 5, 6, 7], 'somebody');

    expect(held?.shards).toEqual([4, 5, 6, 7]);
    expect(await leases().take([4, 5], 'somebody else')).toBeNull();
    await held?.letGo();
    const next = await leases().take([4, 5], 'somebody else');
    expect(next?.shards).toEqual([4, 5]);
    await next?.letGo();
  });

  it('fence off who was thought dead', async () => {
    const slow = await leases(1).take([1], 'slow');
    await slow?.letGo();
    const other = await leases().take([1], 'other');

    await expect(store.transaction((session) => slow!.fence(session))).rejects.toThrow(
      ShardLostError,
    );
    await other?.letGo();
  });
});
