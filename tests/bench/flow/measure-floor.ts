import type { AnyBulkWriteOperation, Collection, Document } from 'mongodb';
import type { Store } from '../../../core/store/index.ts';
import { timed } from '../bench.ts';
import type { Written } from './count-writes.ts';

const AT_ONCE = 1_000;

/**
 * The raw floor: as many inserts and updates as the walk made, of the same documents into collections
 * with the same indexes, as plain bulk writes of the driver and nothing else.
 */
export async function measureFloor(store: Store, written: Written): Promise<{ seconds: number }> {
  const database = store.connection.db;
  if (!database) throw new Error('the store is not connected');
  const read = (name: string) => database.collection(name).find().toArray();
  const documents = {
    instances: await read('instances'),
    moves: await read('moves'),
    communications: await read('communications'),
    'sent-documents': await read('sent-documents'),
    tasks: await read('tasks'),
    outbox: await read('outbox'),
  };
  type Kind = keyof typeof documents;
  const invoiceIds = (await read('invoices')).map((row) => row._id);
  const copies = new Map<string, Collection>();
  for (const [name, rows] of Object.entries(documents)) {
    if (rows.length === 0) continue;
    copies.set(name, await emptyCopy(database.collection(name)));
  }

  const { seconds } = await timed(async () => {
    for (const [name, copy] of copies) await insert(copy, documents[name as Kind]);
    const ids = documents.instances.map((row) => row._id);
    let left = written.instanceUpdates;
    for (let round = 0; left > 0; round += 1) {
      const some = ids.slice(0, left);
      await update(copies.get('instances'), some, (index) => ({
        nodeId: `node-${round}`,
        wakeAt: new Date(1_770_000_000_000 + round * 86_400_000 + index),
        revision: round,
      }));
      left -= some.length;
    }
    const sent = documents.communications.map((row) => row._id);
    await update(copies.get('communications'), sent, () => ({
      state: 'sent',
      sentOn: '2026-03-02',
    }));
    const passed = documents.outbox.map((row) => row._id);
    await update(copies.get('outbox'), passed, () => ({ isWaiting: false }));
    for (const costState of ['announced', 'claimable']) {
      const some = invoiceIds.slice(0, written.invoiceUpdates / 2);
      await update(database.collection('invoices'), some, () => ({ costState }));
    }
  });
  return { seconds };
}

async function emptyCopy(collection: Collection): Promise<Collection> {
  const copy = collection.db.collection(`floor-${collection.collectionName}`);
  for (const { v: _v, key, ...options } of await collection.indexes()) {
    if (options.name !== '_id_') await copy.createIndex(key, options);
  }
  return copy;
}

async function insert(collection: Collection, rows: readonly Document[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    await collection.insertMany(some as Document[], { ordered: false });
  }
}

async function update(
  collection: Collection | undefined,
  ids: readonly unknown[],
  fields: (index: number) => Document,
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const operations = ids.slice(from, from + AT_ONCE).map((_id, index) => ({
      updateOne: { filter: { _id }, update: { $set: fields(from + index) } },
    }));
    await collection?.bulkWrite(operations as AnyBulkWriteOperation[], { ordered: false });
  }
}
