import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { dropDatabase, newTestDatabase, testDatabase } from './database.ts';

const database = testDatabase();

describe('the database of a test file', () => {
  it('takes transactions, as the real one does', async () => {
    const client = new MongoClient(database.uri);
    const marks = client.db().collection('marks');

    await client.withSession((session) =>
      session.withTransaction(() => marks.insertOne({}, { session })),
    );

    expect(client.db().databaseName).toBe(database.name);
    expect(await marks.countDocuments()).toBe(1);
    await client.close();
  });

  it('is another one each time, and gone when it is dropped', async () => {
    const other = newTestDatabase();
    const client = new MongoClient(other.uri);
    await client.db().collection('marks').insertOne({});

    await dropDatabase(other);

    expect(other.name).not.toBe(database.name);
    expect(await client.db().collection('marks').countDocuments()).toBe(0);
    await client.close();
  });
});
