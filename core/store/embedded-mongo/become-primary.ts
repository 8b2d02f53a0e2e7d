import { setTimeout as wait } from 'node:timers/promises';
import { type Db, MongoClient, MongoServerError } from 'mongodb';
import { EmbeddedMongoFailedError } from './embedded-mongo.errors.ts';
import { REPLICA_SET } from './run-mongod.ts';

const POLL_MS = 10;
const POLLS = 3_000;
const ALREADY_INITIALIZED = 23;

/** Makes the server on `port` a replica set of one, if it is not yet, and waits for its writes. */
export async function becomePrimary(port: number): Promise<void> {
  const address = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${address}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    await initiate(admin, address);
    await untilWritable(admin, address);
  } finally {
    await client.close();
  }
}

async function initiate(admin: Db, host: string): Promise<void> {
  try {
    await admin.command({
      replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] },
    });
  } catch (error) {
    const isThere = error instanceof MongoServerError && error.code === ALREADY_INITIALIZED;
    if (!isThere) throw error;
  }
}

async function untilWritable(admin: Db, address: string): Promise<void> {
  for (let poll = 0; poll < POLLS; poll += 1) {
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return;
    await wait(POLL_MS);
  }
  throw new EmbeddedMongoFailedError(address, 'it does not become the primary of its replica set.');
}
