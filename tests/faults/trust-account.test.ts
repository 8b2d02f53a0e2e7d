import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTrustWorld, type TrustWorld } from '../../core/domain/testing/trust-world.ts';
import { trustLines, trustMovements, trustRemittances } from '../../core/domain/trust/index.ts';
import type { EmbeddedMongo } from '../../core/store/embedded-mongo/start-embedded-mongo.ts';
import { seededRandom } from './crew/seeded-random.ts';
import { startQuickMongo } from './given/quick-mongo.ts';

const ENTRY = fileURLToPath(new URL('crew/trust-work.entry.ts', import.meta.url));
const STATEMENTS = 12;
const EACH = 6;
const KILLS = 12;
const AT_LAST_MS = 900;

let mongo: EmbeddedMongo;
let uri: string;
let world: TrustWorld;
beforeAll(async () => {
  mongo = await startQuickMongo();
  uri = mongo.uriOf('trust-kill');
  world = await openTrustWorld(uri, 2);
  for (let index = 0; index < STATEMENTS * EACH; index += 1) {
    await world.owed(world.places[index % 2]!, `K-${index}`, 1_000);
  }
}, 120_000);
afterAll(async () => {
  await world?.close();
  await mongo?.stop();
});

/** Lets a process work, and kills it after so long; null lets it come to its end. */
async function work(killAfterMs: number | null): Promise<string> {
  const { agencyId, creditorId, administrationId } = world.place;
  const ids = [agencyId, creditorId, administrationId].map(String);
  const child = fork(ENTRY, [uri, String(STATEMENTS), String(EACH), ...ids], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready')) resolve();
    });
  });
  child.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const ended = once(child, 'exit');
  await Promise.race([ready, ended]);
  if (killAfterMs !== null) {
    await Promise.race([pause(killAfterMs), ended]);
    child.kill('SIGKILL');
  }
  await ended;
  return said;
}

describe('a trust account whose process is killed again and again', () => {
  it('loses no cent, pays nobody twice, and says it when a file is taken again', async () => {
    const random = seededRandom();
    for (let kill = 0; kill < KILLS; kill += 1) await work(random.between(20, AT_LAST_MS));
    const said = await work(null);

    const all = world.store;
    const lines = await all.table(trustLines).in(world.scope).find();
    const remittances = await all.table(trustRemittances).in(world.scope).find();
    const movements = await all.table(trustMovements).in(world.scope).find();
    const paid = movements.filter((one) => one.kind === 'remitted');
    const parts = remittances.flatMap((one) => one.payments.flatMap((two) => two.parts));
    const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);
    const cameIn = STATEMENTS * EACH * 1_000;
    expect({ said: said.trim().split('\n').at(-1), seed: random.seed }).toEqual({
      said: 'finished',
      seed: random.seed,
    });
    expect(await world.problems()).toEqual([]);
    expect(sum(lines.filter((one) => one.amountCents > 0).map((one) => one.amountCents))).toBe(
      cameIn,
    );
    expect(sum(paid.map((one) => -one.amountCents))).toBe(cameIn);
    // Every receipt was remitted, and each in one remittance.
    expect(parts).toHaveLength(STATEMENTS * EACH);
    expect(new Set(parts.map((one) => String(one.movementId))).size).toBe(parts.length);
    expect(new Set(remittances.map((one) => one.state))).toEqual(new Set(['done']));
    expect(remittances.filter((one) => one.filesTaken.length === 0)).toEqual([]);
    const { account } = await world.trust.trustAccounts.standing(world.scope, world.account._id);
    expect(account).toMatchObject({ bankCents: 0, unallocatedCents: 0, unexplainedCents: 0 });
  }, 300_000);
});
