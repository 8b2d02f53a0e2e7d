import { MongoClient } from 'mongodb';
import type { EmbeddedMongo } from '../../../core/store/embedded-mongo/start-embedded-mongo.ts';
import { startThrowawayMongo } from '../../../core/store/embedded-mongo/start-throwaway-mongo.ts';

const FORGET_AFTER_SECONDS = 3;

/**
 * A MongoDB of its own that soon forgets the transactions of a client that died. By default it keeps
 * their rows locked for 60 to 90 seconds, and every kill in a transaction would cost that long.
 */
export async function startQuickMongo(): Promise<EmbeddedMongo> {
  const mongo = await startThrowawayMongo();
  const client = new MongoClient(mongo.uri);
  try {
    const limit = { transactionLifetimeLimitSeconds: FORGET_AFTER_SECONDS };
    await client.db('admin').command({ setParameter: 1, ...limit });
  } finally {
    await client.close();
  }
  return mongo;
}
