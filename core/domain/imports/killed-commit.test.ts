import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outbox } from '../../events/index.ts';
import { type EmbeddedMongo } from '../../store/embedded-mongo/start-embedded-mongo.ts';
import { startThrowawayMongo } from '../../store/embedded-mongo/start-throwaway-mongo.ts';
import { invoices } from '../invoices/index.ts';
import { ledgerEntries } from '../ledger/index.ts';
import { jsonFile, jsonImporter } from '../testing/json-importer.ts';
import { openWorld, type World } from '../testing/world.ts';

const CHILD = fileURLToPath(new URL('../testing/commit-import.child.ts', import.meta.url));
const INVOICES = 6_000;
const KILLS = 5;
let mongo: EmbeddedMongo;
let world: World;
let uri: string;
beforeAll(async () => {
  // A server of its own: what a killed process left open holds its rows until the server gives up on
  // it, and here that must not take a minute.
  mongo = await startThrowawayMongo();
  uri = Object.assign(new URL(mongo.uri), { pathname: '/killed' }).href;
  world = await openWorld(uri, { importersFor: async () => [jsonImporter] });
  await world.store.connection
    .getClient()
    .db('admin')
    .command({ setParameter: 1, transactionLifetimeLimitSeconds: 2 });
});
afterAll(async () => {
  await world.close();
  await mongo.stop();
});

/** Returns true when the process was killed before it was done. */
async function commitAndKill(importId: string, afterMs: number): Promise<boolean> {
  const { agencyId, creditorId, administrationId } = world.place;
  const ids = [agencyId, creditorId, administrationId].map(String);
  const child = spawn(process.execPath, [CHILD, uri, importId, ...ids], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  await once(child.stdout, 'data');
  await Promise.race([pause(afterMs), exit]);
  child.kill('SIGKILL');
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

describe('a commit that is killed', () => {
  it('goes on where it stopped and writes every invoice once', async () => {
    const lines = Array.from({ length: INVOICES }, (_, index) => ({
      number: `K${index}`,
      openCents: 9_000,
      debtor: { number: `${index % 300}`, name: `Debtor ${index % 300}` },
    }));
    const request = { administrationId: world.place.administrationId, by: 'test' };
    const files = [jsonFile(lines)];
    const { _id } = await world.imports.preview(world.scope, { ...request, files });

    let killed = 0;
    for (let round = 0; round < KILLS; round += 1) {
      if (await commitAndKill(_id.toHexString(), 40 + round * 80)) killed += 1;
      const { doneCount } = await world.imports.get(world.scope, _id);
      const there = await world.store.table(invoices).in(world.scope).count();
      expect(there).toBe(doneCount);
    }
    const done = await world.imports.commit(world.scope, { importId: _id, by: 'test' });

    expect(killed).toBeGreaterThan(0);
    expect(done).toMatchObject({
      state: 'committed',
      done: { new: INVOICES },
      doneCount: INVOICES,
    });
    expect(await world.store.table(invoices).in(world.scope).count()).toBe(INVOICES);
    expect(await world.store.table(ledgerEntries).in(world.scope).count()).toBe(2 * INVOICES);
    const received = { name: 'invoice.received' };
    expect(await world.store.table(outbox).in(world.scope).count(received)).toBe(INVOICES);
    expect((await world.ledger.compareCaches(world.scope)).differenceCount).toBe(0);
  });
});
