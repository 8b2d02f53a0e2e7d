import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/index.ts';
import type { Store } from '../../store/index.ts';
import { DatabaseMissingError, DatabaseUnreachableError, UsageError } from '../cli.errors.ts';
import { announceDatabase, findRunningDatabase } from './running-database.ts';

export type OpenDatabase = {
  readonly store: Store;
  /** Resolves when an embedded database ends by itself; never for one that others run. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Makes one when there is none yet; else that is an error. */
  readonly create?: boolean;
  /** Throws away what the embedded database of this folder holds. */
  readonly reset?: boolean;
};

/**
 * The database that a command works on: the one of MONGODB_URI, the one that another process runs on
 * the data folder, or an embedded one for as long as this process lives.
 * Throws DatabaseMissingError, DatabaseUnreachableError or UsageError.
 */
export async function openDatabase(
  config: Config,
  options: DatabaseOptions = {},
): Promise<OpenDatabase> {
  const { dataDir } = config;
  if (config.mongodbUri) {
    if (options.reset) {
      throw new UsageError('--reset empties the embedded database only, and MONGODB_URI is set.');
    }
    return openElsewhere(config.mongodbUri);
  }
  const running = await findRunningDatabase(dataDir);
  if (running && options.reset) {
    throw new UsageError('Inning is running on these data. Stop it before starting over.');
  }
  if (running) return openElsewhere(running);
  if (!options.create && !existsSync(join(dataDir, 'mongo'))) {
    throw new DatabaseMissingError(dataDir);
  }
  return openEmbedded(dataDir, options.reset ?? false);
}

async function openElsewhere(uri: string): Promise<OpenDatabase> {
  const { openStore } = await import('../../store/index.ts');
  try {
    const store = await openStore(uri);
    return { store, lost: new Promise(() => undefined), close: () => store.close() };
  } catch (cause) {
    // The driver's text may hold the address, and with it a password.
    const reason = cause instanceof Error ? cause.message.replaceAll(uri, '…') : String(cause);
    throw new DatabaseUnreachableError(reason.replace(/\/\/[^@/]*@/g, '//…@'), { cause });
  }
}

async function openEmbedded(dataDir: string, reset: boolean): Promise<OpenDatabase> {
  const { startEmbeddedMongo } = await import('../../store/embedded-mongo/start-embedded-mongo.ts');
  const starting = startEmbeddedMongo({ dataDir, reset });
  // Read while the database starts, and not before.
  const { openStore } = await import('../../store/index.ts');
  const mongo = await starting;
  try {
    const store = await openStore(mongo.uri);
    const withdraw = await announceDatabase(dataDir, mongo.uri);
    return {
      store,
      lost: mongo.closed,
      async close() {
        await withdraw();
        await store.close();
        await mongo.stop();
      },
    };
  } catch (error) {
    await mongo.stop();
    throw error;
  }
}
