export { endsBatch } from './ends-batch.ts';
export type { Fence } from './fence.ts';
export {
  createShardLeases,
  type HeldShards,
  type LeaseDeps,
  ShardLostError,
} from './shard-leases.ts';
