import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { giveBackDatabase, newTestDatabase, testDatabase } from './database.ts';

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

  it('is another one than that of any other, and empty when it comes from a test before', async () => {
    const other = newTestDatabase();
    const client = new MongoClient(other.uri);
    const marks = client.db().collection('marks');
    await marks.insertOne({});

    await giveBackDatabase(other);
    const next = newTestDatabase();

    expect(other.name).not.toBe(database.name);
    expect(next).toEqual(other);
    expect(await marks.countDocuments()).toBe(0);
    await giveBackDatabase(next);
    await client.close();
  });

  it('is not kept when it has become large', async () => {
    const other = newTestDatabase();
    const client = new MongoClient(other.uri);
    const marks = client.db().collection('marks');
    await marks.insertMany(Array.from({ length: 5_001 }, () => ({})));

    await giveBackDatabase(other);

    expect(await client.db().listCollections().toArray()).toEqual([]);
    expect(newTestDatabase()).not.toEqual(other);
    await client.close();
  });
});
