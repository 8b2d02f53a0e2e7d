import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { becomePrimary } from './become-primary.ts';
import { choosePort } from './choose-port.ts';
import { findMongod } from './find-mongod.ts';
import { freeFolder } from './mongod-owner.ts';
import { moveReplicaSet } from './move-replica-set.ts';
import { REPLICA_SET, runMongod } from './run-mongod.ts';

export type EmbeddedMongoOptions = {
  /** The data live in the folder `mongo` of this one and are kept between runs. */
  readonly dataDir: string;
  /** Throws away what an earlier run kept. */
  readonly reset?: boolean;
  /** The path of a mongod; without it, one is looked for. */
  readonly program?: string;
};

export type EmbeddedMongo = {
  /** Points to the database `inning`. */
  readonly uri: string;
  uriOf(database: string): string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly closed: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts MongoDB as a replica set of one on a folder, reachable from this machine only. Works after
 * a crash too: a server that the crash left running is stopped first.
 * Throws MongodMissingError, EmbeddedMongoInUseError or EmbeddedMongoFailedError.
 */
export async function startEmbeddedMongo(options: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const dataDir = resolve(options.dataDir);
  const folder = join(dataDir, 'mongo');
  const program = options.program ?? findMongod();

  await freeFolder(folder);
  if (options.reset) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const portBefore = await portOfLastTime(folder);
  const port = await choosePort(portBefore);
  if (port !== portBefore) await moveReplicaSet({ program, folder, port });
  await writeFile(portFile(folder), String(port));

  const mongod = await runMongod({ program, folder, port });
  try {
    await becomePrimary(port);
  } catch (error) {
    await mongod.stop();
    throw error;
  }
  const uriOf = (database: string) =>
    `mongodb://127.0.0.1:${port}/${database}?replicaSet=${REPLICA_SET}`;
  return { uri: uriOf('inning'), uriOf, closed: mongod.closed, stop: mongod.stop };
}

/** Worth keeping: the replica set stores its own address, and a change of it costs a moment. */
async function portOfLastTime(folder: string): Promise<number | null> {
  const text = await readFile(portFile(folder), 'utf8').catch(() => '');
  return /^\d{4,5}$/.test(text) ? Number(text) : null;
}

const portFile = (folder: string) => join(folder, 'inning-port');
