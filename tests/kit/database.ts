import { createHash, randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, expect, inject } from 'vitest';

export type TestDatabase = { readonly name: string; readonly uri: string };

/** Databases that were given back, in the order of their return; the next test of this process takes one. */
const shelf: TestDatabase[] = [];
/** With more rows than this in one collection, a new database is made sooner than this one is emptied. */
const QUICKLY_EMPTIED = 5_000;

/**
 * An empty database for this test file alone, on the MongoDB of the run; given back after the last
 * test. It may have the collections and indexes of a test before: making those costs a second.
 * Call it at the top of the file, or within a `describe`.
 */
export function testDatabase(): TestDatabase {
  const database = newTestDatabase();
  afterAll(() => giveBackDatabase(database));
  return database;
}

/** As `testDatabase`, for who gives it back himself with `giveBackDatabase`. */
export function newTestDatabase(): TestDatabase {
  return shelf.pop() ?? nameDatabase();
}

/** Empties it for another test. Whoever works on it must have stopped. */
export async function giveBackDatabase(database: TestDatabase): Promise<void> {
  const client = new MongoClient(database.uri);
  try {
    const db = client.db(database.name);
    const collections = await db.collections();
    const counts = await Promise.all(collections.map((each) => each.estimatedDocumentCount()));
    if (counts.some((count) => count > QUICKLY_EMPTIED)) {
      await db.dropDatabase();
      return;
    }
    await Promise.all(collections.map((each) => each.deleteMany({})));
    shelf.push(database);
  } finally {
    await client.close();
  }
}

function nameDatabase(): TestDatabase {
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
