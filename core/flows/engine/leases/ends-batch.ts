import { MongoError, MongoServerError } from 'mongodb';
import { ShardLostError } from './shard-leases.ts';

const PASSING = ['RetryableWriteError', 'TransientTransactionError'];

/**
 * True when the database is gone or another worker took over. That says nothing about one instance:
 * nothing of the batch is written, and all of it is looked at again.
 */
export function endsBatch(error: unknown): boolean {
  if (error instanceof ShardLostError) return true;
  if (!(error instanceof MongoError)) return false;
  return (
    !(error instanceof MongoServerError) || PASSING.some((label) => error.hasErrorLabel(label))
  );
}
