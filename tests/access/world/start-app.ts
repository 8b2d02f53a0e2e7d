import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AppConfig } from '../../../core/app-config.ts';
import { buildApp, loadRegistries } from '../../../core/app.ts';
import { type MovableClock, movableClock } from '../../../core/clock.ts';
import type { Registries } from '../../../core/host/index.ts';
import { createLog } from '../../../core/http/index.ts';
import { openStore, type Store } from '../../../core/store/index.ts';
import { prepareDatabase } from '../../../core/tables.ts';

export type AppUnderTest = {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly registries: Registries;
  close(): Promise<void>;
};

/** The whole application with all its plugins, ready for `inject`; nothing works by itself. */
export async function startApp(uri: string): Promise<AppUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'inning-access-'));
  const config: AppConfig = {
    port: 0,
    host: '127.0.0.1',
    mongodbUri: uri,
    dataDir,
    plugins: null,
    logLevel: 'silent',
    secret: 'a secret of thirty-two letters!!',
    publicUrl: 'http://127.0.0.1:8080',
  };
  const store = await openStore(uri);
  const clock = movableClock(new Date('2026-03-02T09:00:00Z'));
  const log = createLog({ level: (process.env['ACCESS_LOG'] as 'error' | undefined) ?? 'silent' });
  const registries = await loadRegistries(config, log);
  const whole = await buildApp(config, { clock, store, log, registries });
  const app = await whole.http();
  await app.ready();
  await prepareDatabase(store);
  return {
    app,
    store,
    clock,
    registries,
    async close() {
      await whole.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
