import { invariant } from '@inning/sdk';
import { type Document, MongoServerError } from 'mongodb';
import type { ClientSession, Model } from 'mongoose';

const AT_ONCE = 1_000;

export type RawUpdate = {
  readonly q: object;
  readonly u: object;
  readonly multi: boolean;
  readonly upsert: boolean;
};

/**
 * Bulk writes as plain database commands. The driver's own bulk interface serialises each document
 * twice, to know its size beforehand; thousands of small ones take half the time this way. Like that
 * interface it goes on after a failure outside transactions, and then throws the first one.
 */
export function rawWriter<R>(model: Model<R>) {
  const collection = model.collection.collectionName;

  async function run(command: Document, session: ClientSession | undefined): Promise<number> {
    const database = model.db.db;
    invariant(database, 'the store is connected');
    const answer = await database.command(command, session ? { session } : {});
    const [failure] = (answer['writeErrors'] as Document[] | undefined) ?? [];
    if (failure) throw new MongoServerError(failure);
    return Number(answer['n']);
  }

  return {
    async insert(rows: readonly object[], session: ClientSession | undefined): Promise<void> {
      const problems: unknown[] = [];
      for (let from = 0; from < rows.length; from += AT_ONCE) {
        const documents = rows.slice(from, from + AT_ONCE);
        const command = { insert: collection, documents, ordered: false };
        await run(command, session).catch((error: unknown) => {
          if (session) throw error;
          problems.push(error);
        });
      }
      if (problems.length > 0) throw problems[0];
    },

    /** Returns how many rows matched or were inserted. */
    async update(updates: readonly RawUpdate[], session: ClientSession | undefined) {
      let matched = 0;
      for (let from = 0; from < updates.length; from += AT_ONCE) {
        const some = updates.slice(from, from + AT_ONCE);
        matched += await run({ update: collection, updates: some, ordered: false }, session);
      }
      return matched;
    },
  };
}
