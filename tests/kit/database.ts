import { createHash, randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, expect, inject } from 'vitest';

export type TestDatabase = { readonly name: string; readonly uri: string };

/**
 * A database for this test file alone, on the MongoDB of the run; dropped after the last test.
 * Call it at the top of the file, or within a `describe`.
 */
export function testDatabase(): TestDatabase {
  const database = newTestDatabase();
  afterAll(() => dropDatabase(database));
  return database;
}

/** As `testDatabase`, for who drops it himself with `dropDatabase`. */
export function newTestDatabase(): TestDatabase {
  const mongo = inject('mongo');
  if ('problem' in mongo) throw new Error(mongo.problem);
  const file = createHash('sha256')
    .update(expect.getState().testPath ?? '')
    .digest('hex');
  const name = `test-${file.slice(0, 12)}-${randomUUID().slice(0, 8)}`;
  const uri = new URL(mongo.uri);
  uri.pathname = `/${name}`;
  return { name, uri: uri.href };
}

export async function dropDatabase(database: TestDatabase): Promise<void> {
  const client = new MongoClient(database.uri);
  try {
    await client.db(database.name).dropDatabase();
  } finally {
    await client.close();
  }
}
