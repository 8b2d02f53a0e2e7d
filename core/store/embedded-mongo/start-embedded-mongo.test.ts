import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedMongoInUseError, MongodMissingError } from './embedded-mongo.errors.ts';
import { findMongod } from './find-mongod.ts';
import { type EmbeddedMongo, startEmbeddedMongo } from './start-embedded-mongo.ts';

const STARTER = `
  const { startEmbeddedMongo } = await import(process.argv[1]);
  const { uri } = await startEmbeddedMongo({ dataDir: process.argv[2] });
  console.log(uri);
  setInterval(() => {}, 1000);
`;

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-embedded-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Another process that runs the database on the same folder. */
async function startElsewhere() {
  const module = new URL('start-embedded-mongo.ts', import.meta.url).href;
  const args = ['--input-type=module', '-e', STARTER, module, dataDir];
  const other = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.race([once(other.stdout, 'data'), once(other, 'exit')]);
  expect(String(said)).toContain('mongodb://');
  return other;
}

async function withClient<T>(mongo: EmbeddedMongo, work: (client: MongoClient) => Promise<T>) {
  const client = new MongoClient(mongo.uri);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const countMarks = (client: MongoClient) => client.db().collection('marks').countDocuments();
const addMark = (client: MongoClient) =>
  client.withSession((session) =>
    session.withTransaction(() => client.db().collection('marks').insertOne({}, { session })),
  );

describe('startEmbeddedMongo', () => {
  it('keeps what was written, in a transaction, until a reset', async () => {
    const first = await startEmbeddedMongo({ dataDir });
    await withClient(first, addMark);
    await first.stop();

    const second = await startEmbeddedMongo({ dataDir });
    const kept = await withClient(second, countMarks);
    await second.stop();
    const third = await startEmbeddedMongo({ dataDir, reset: true });
    const afterReset = await withClient(third, countMarks);
    await third.stop();

    expect(second.uri).toBe(first.uri);
    expect([kept, afterReset]).toEqual([1, 0]);
  });

  it('moves to another port when somebody took the one of last time', async () => {
    const first = await startEmbeddedMongo({ dataDir });
    await withClient(first, addMark);
    await first.stop();
    const port = Number(await readFile(join(dataDir, 'mongo', 'inning-port'), 'utf8'));
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');

    const second = await startEmbeddedMongo({ dataDir });
    const kept = await withClient(second, countMarks);
    await second.stop();
    squatter.close();

    expect(second.uri).not.toBe(first.uri);
    expect(kept).toBe(1);
  });

  it('refuses a folder that a living process works on, and names that process', async () => {
    const other = await startElsewhere();

    const attempt = startEmbeddedMongo({ dataDir });

    await expect(attempt).rejects.toThrow(EmbeddedMongoInUseError);
    await expect(attempt).rejects.toThrow(`Process ${other.pid}`);
    other.kill('SIGKILL');
  });

  it('stops the server that a killed process left running, and goes on with its data', async () => {
    const other = await startElsewhere();
    other.kill('SIGKILL');
    await once(other, 'exit');

    const mongo = await startEmbeddedMongo({ dataDir });
    await withClient(mongo, addMark);
    await mongo.stop();

    const owners = await readdir(join(dataDir, 'mongo'));
    expect(owners.filter((name) => name.startsWith('owner-'))).toEqual([
      `owner-${process.pid}.pid`,
    ]);
  });

  it('says what the server said when its data cannot be read', async () => {
    const first = await startEmbeddedMongo({ dataDir });
    await first.stop();
    await writeFile(join(dataDir, 'mongo', 'WiredTiger.wt'), 'not a database');

    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(/did not start: .*WiredTiger/);
  });

  it('tells that the server ended', async () => {
    const mongo = await startEmbeddedMongo({ dataDir });
    const ended = mongo.closed.then(() => 'ended');

    await mongo.stop();

    expect(await ended).toBe('ended');
  });
});

describe('findMongod', () => {
  it('says what to set when there is none', () => {
    const env = { PATH: '', XDG_CACHE_HOME: dataDir };

    expect(() => findMongod(env)).toThrow(MongodMissingError);
    expect(() => findMongod(env)).toThrow('MONGOMS_SYSTEM_BINARY');
  });
});
