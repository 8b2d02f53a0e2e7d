import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type MongodOptions, runMongod } from './run-mongod.ts';

/**
 * Makes a kept replica set believe that it lives on `port`. It stores its own address, and asks
 * whoever listens on the old one for half a minute whether that is itself; so the stored address is
 * corrected while the server runs without the set. Does nothing on an empty folder.
 */
export async function moveReplicaSet(options: MongodOptions): Promise<void> {
  if (!existsSync(join(options.folder, 'WiredTiger'))) return;
  const mongod = await runMongod({ ...options, alone: true });
  const client = new MongoClient(`mongodb://127.0.0.1:${options.port}/?directConnection=true`);
  try {
    const configs = client.db('local').collection('system.replset');
    await configs.updateOne({}, { $set: { 'members.0.host': `127.0.0.1:${options.port}` } });
  } finally {
    await client.close();
    await mongod.stop();
  }
}
