import { Schema } from 'mongoose';
import { defineTable, type Row } from '../../store/index.ts';

/**
 * Who works on a share of the instances. A worker takes a shard for a short time with a fence number
 * and proves that number in each transaction: a worker that was thought dead cannot write any more.
 */
export const shards = defineTable(
  'flow-shards',
  'installation',
  new Schema({
    _id: { type: Number, required: true },
    owner: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
    fence: { type: Number, required: true },
  }),
);
export type Shard = Omit<Row<typeof shards>, '_id'> & { _id: number };

export const SHARD_COUNT = 16;

/** Debtors are spread over shards by their id, so that all of one debtor's work is in one place. */
export function shardOf(debtorId: { toHexString(): string }): number {
  return Number.parseInt(debtorId.toHexString().slice(-4), 16) % SHARD_COUNT;
}
