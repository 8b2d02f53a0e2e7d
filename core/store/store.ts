import mongoose, { type ClientSession, type Connection } from 'mongoose';
import { openTable, type Table, type TableDefinition } from './table.ts';
import type { Tenancy } from './scope.ts';

export type Store = {
  readonly connection: Connection;
  table<R>(definition: TableDefinition<R, Tenancy>): Table<R>;
  /** Runs the work in one transaction; the work may be run again when another writer was first. */
  transaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T>;
  /** Creates what indexes are missing, for every table opened so far. */
  ensureIndexes(): Promise<void>;
  close(): Promise<void>;
};

/** Connects to MongoDB. The address must name a replica set or sharded cluster: transactions need one. */
export async function openStore(uri: string, options: { poolSize?: number } = {}): Promise<Store> {
  const connection = await mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      maxPoolSize: options.poolSize ?? 20,
      serverSelectionTimeoutMS: 10_000,
    })
    .asPromise();
  const tables = new Map<string, Table<unknown>>();

  return {
    connection,
    table<R>(definition: TableDefinition<R, Tenancy>) {
      const known = tables.get(definition.name);
      if (known) return known as Table<R>;
      const table = openTable(connection, definition);
      tables.set(definition.name, table as Table<unknown>);
      return table;
    },
    async transaction(work) {
      const session = await connection.startSession();
      try {
        return await session.withTransaction(() => work(session), {
          readConcern: { level: 'snapshot' },
          writeConcern: { w: 'majority' },
        });
      } finally {
        await session.endSession();
      }
    },
    async ensureIndexes() {
      await Promise.all([...tables.values()].map((table) => table.ensureIndexes()));
    },
    close: () => connection.close(),
  };
}
