import { freemem } from 'node:os';
import { MongoInstance } from 'mongodb-memory-server-core';
import { MongoInstanceEvents } from 'mongodb-memory-server-core/lib/util/MongoInstance.js';
import { EmbeddedMongoFailedError, EmbeddedMongoInUseError } from './embedded-mongo.errors.ts';
import { keepLastLines } from './keep-last-lines.ts';
import { ownerFile } from './mongod-owner.ts';

export const REPLICA_SET = 'inning';
const START_WITHIN_MS = 60_000;
const GIGABYTE = 2 ** 30;

export type MongodOptions = {
  readonly program: string;
  readonly folder: string;
  readonly port: number;
  /** Without the replica set, for work on what it stores about itself. */
  readonly alone?: boolean;
};

export type Mongod = {
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly closed: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Runs a mongod on `folder` that only this machine can reach. It ends with this process, also when
 * that is killed: a second little process watches. Throws EmbeddedMongoInUseError or
 * EmbeddedMongoFailedError.
 */
export async function runMongod(options: MongodOptions): Promise<Mongod> {
  const { program, folder, port, alone = false } = options;
  // The memory server would run the program an extra time to compare version numbers.
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] ??= 'false';
  const instance = new MongoInstance({
    instance: {
      port,
      dbPath: folder,
      ...(!alone && { replSet: REPLICA_SET }),
      ip: '127.0.0.1',
      storageEngine: 'wiredTiger',
      launchTimeout: START_WITHIN_MS,
      args: serverArguments(folder),
    },
    binary: { systemBinary: program },
    // In a group of its own: Ctrl-C in a terminal is for Inning, which stops the database last.
    spawn: { detached: true },
  });
  const lines = keepLastLines(instance);
  const closed = new Promise<void>((resolve) => {
    instance.once(MongoInstanceEvents.instanceClosed, () => resolve());
  });

  try {
    await instance.start();
  } catch (error) {
    if (lines.some((line) => line.includes('DBPathInUse'))) {
      throw new EmbeddedMongoInUseError(folder, null);
    }
    throw new EmbeddedMongoFailedError(folder, lastWords(lines, error), { cause: error });
  }
  const pid = instance.mongodProcess?.pid ?? 0;
  return { pid, closed, stop: async () => void (await instance.stop()) };
}

function serverArguments(folder: string): string[] {
  const cacheGigabytes = Math.min(2, Math.max(0.25, freemem() / GIGABYTE / 4));
  return [
    ['--wiredTigerCacheSizeGB', cacheGigabytes.toFixed(2)],
    ['--pidfilepath', ownerFile(folder)],
    ['--slowms', '2000'],
    ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // A killed process leaves its transaction open; its rows are free again this soon.
    ['--setParameter', 'transactionLifetimeLimitSeconds=30'],
    // Nobody else is there to take over, so there is nothing to wait for when it must stop.
    ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ].flat();
}

/** What the server itself gave as the reason, else what was noticed from outside. */
function lastWords(lines: readonly string[], error: unknown): string {
  const severe = lines.filter((line) => /"s":"[EF]"|error while loading|DBException/.test(line));
  const outside = error instanceof Error ? error.message : String(error);
  return severe.length > 0 ? severe.slice(-2).join(' | ') : outside;
}
