import { Schema } from 'mongoose';
import { defineTable, optionalText } from '../../store/index.ts';

/**
 * Who works on a share of the instances. A worker takes a shard for a short time under a name used
 * once, and proves that name in each transaction: a worker that was thought dead cannot write any more.
 */
export const shards = defineTable(
  'flow-shards',
  'installation',
  new Schema({
    _id: { type: Number, required: true },
    owner: optionalText(),
    leaseUntil: { type: Date, required: true },
    /** Counts the transactions under the lease; each one writes it, so that two of them collide. */
    writes: { type: Number, required: true },
  }),
);
export const SHARD_COUNT = 16;
export const ALL_SHARDS: readonly number[] = Array.from({ length: SHARD_COUNT }, (_, one) => one);

/** Debtors are spread over shards by their id, so that all of one debtor's work is in one place. */
export function shardOf(debtorId: { toHexString(): string }): number {
  return Number.parseInt(debtorId.toHexString().slice(-4), 16) % SHARD_COUNT;
}
