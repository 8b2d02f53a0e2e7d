import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../core/app.ts';
import { completeConfig } from '../../core/app-config.ts';
import { systemClock } from '../../core/clock.ts';
import { loadConfig } from '../../core/config/index.ts';
import { administrations } from '../../core/domain/administrations/index.ts';
import { createLog } from '../../core/http/index.ts';
import { newId, openStore, type Store, systemScope } from '../../core/store/index.ts';
import { prepareDatabase } from '../../core/tables.ts';
import { testDatabase } from '../kit/database.ts';

const database = testDatabase();
const scope = systemScope('a test looks at everything');
const servers: { app: App; store: Store }[] = [];
let folder: string;

/** As another process would: its own connection, its own memory, the same database. */
async function server(): Promise<App> {
  const store = await openStore(database.uri);
  const given = { PORT: '0', MONGODB_URI: database.uri, INNING_DATA_DIR: folder };
  const config = await completeConfig(loadConfig(given));
  const log = createLog({ level: 'silent' });
  const app = await buildApp(config, { clock: systemClock, store, log });
  servers.push({ app, store });
  return app;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inning-two-'));
  const store = await openStore(database.uri);
  await prepareDatabase(store);
  await store.close();
});
afterAll(async () => {
  for (const { app, store } of servers) {
    await app.close();
    await store.close();
  }
  await rm(folder, { recursive: true, force: true });
});

async function newAdministration(app: App) {
  const table = app.store.table(administrations).in(scope);
  const owner = { agencyId: newId(), creditorId: newId() };
  return table.insert({ ...owner, name: 'Bakker', number: newId().toHexString() });
}

describe('two servers on one database', () => {
  it('show each other’s events on their open screens', async () => {
    const [web, elsewhere] = [await server(), await server()];
    await web.serve();
    const heard: string[] = [];
    web.liveFeed.subscribe((event) => heard.push(event.name));

    await expect
      .poll(
        async () => {
          const { _id } = await newAdministration(elsewhere);
          const pause = { until: null, reason: 'a test' };
          await elsewhere.rooms.administrations.pause(scope, _id, pause);
          return heard;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toContain('administration.paused');
  });

  it('pass events on wherever a worker is, soon after they were written', async () => {
    const [worker, elsewhere] = [await server(), await server()];
    await worker.work();
    const { _id } = await newAdministration(elsewhere);

    await elsewhere.rooms.administrations.pause(scope, _id, { until: null, reason: 'a test' });

    const waiting = async () => (await elsewhere.failedEvents.depths())['events-waiting'];
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  });
});
