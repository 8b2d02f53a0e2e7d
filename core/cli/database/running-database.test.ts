import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announceDatabase, findRunningDatabase } from './running-database.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-note-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const note = (content: string) => writeFile(join(dataDir, 'mongo.json'), content);

describe('the database that another process runs', () => {
  it('is found while that process says so and somebody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const uri = `mongodb://127.0.0.1:${port}/inning?replicaSet=inning`;

    const withdraw = await announceDatabase(dataDir, uri);
    expect(await findRunningDatabase(dataDir)).toBe(uri);

    await withdraw();
    expect(await findRunningDatabase(dataDir)).toBeNull();
    server.close();
  });

  it('is not there when its process is gone, nobody listens, or the note is half written', async () => {
    expect(await findRunningDatabase(dataDir)).toBeNull();
    await note('{"uri":"mongodb://127.0.0.1:9/inning","pid":999999999}');
    expect(await findRunningDatabase(dataDir)).toBeNull();
    await note(JSON.stringify({ uri: 'mongodb://127.0.0.1:9/inning', pid: process.pid }));
    expect(await findRunningDatabase(dataDir)).toBeNull();
    await note('{"uri":');
    expect(await findRunningDatabase(dataDir)).toBeNull();
  });
});
