import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMongod } from '../../core/store/embedded-mongo/find-mongod.ts';

const MAIN = fileURLToPath(new URL('../../core/main.ts', import.meta.url));
const started: ChildProcess[] = [];
/** A platform is up within three seconds; on a machine that does much else, within this. */
const START_MS = 100_000;
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'inning-start-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

function inning(...args: string[]) {
  const { MONGODB_URI: _, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...env, INNING_DATA_DIR: dataDir, PORT: '0', INNING_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  return { child, said: () => said };
}

/** Where MONGODB_URI is set there may be no server program to embed. */
function hasMongod(): boolean {
  try {
    return findMongod() !== '';
  } catch {
    return false;
  }
}

async function address(of: { said: () => string }): Promise<string> {
  await expect
    .poll(() => /(?:running|serving) at (http:\S+)/.exec(of.said())?.[1], { timeout: START_MS })
    .toBeTruthy();
  return /at (http:\S+)/.exec(of.said())![1]!;
}

describe.skipIf(!hasMongod())('inning start', () => {
  it('runs everything, lets other commands in on its database, and stops in good order', async () => {
    const platform = inning('start', '--empty');
    const url = await address(platform);
    const health = await fetch(`${url}/readyz`);
    expect(health.status).toBe(200);

    const command = inning('events', 'failed');
    const [commandCode] = await once(command.child, 'exit');
    expect({ commandCode, said: command.said() }).toEqual({
      commandCode: 0,
      said: 'No event has failed.\n',
    });

    platform.child.kill('SIGTERM');
    const [exitCode] = await once(platform.child, 'exit');
    expect({ exitCode, said: platform.said() }).toMatchObject({ exitCode: 0 });
    expect(platform.said()).toContain('Stopped.');
  }, 240_000);

  it('starts again on the same data after it was killed', async () => {
    const first = inning('start', '--empty');
    await address(first);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = inning('start', '--empty');
    const url = await address(second);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  }, 240_000);
});
