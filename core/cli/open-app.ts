import { destination } from 'pino';
import type { App } from '../app.ts';
import { type AppConfig, completeConfig } from '../app-config.ts';
import { systemClock } from '../clock.ts';
import { loadConfig } from '../config/index.ts';
import type { CommandIo } from './command.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';

export type OpenApp = {
  readonly app: App;
  readonly config: AppConfig;
  /** Resolves when the database ends by itself. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
};

export type OpenOptions = DatabaseOptions & {
  /** Commands that answer and end keep their log to themselves, unless something is wrong. */
  readonly isService?: boolean;
};

/** The application on the database of this command, with indexes in place. */
export async function openApp(io: CommandIo, options: OpenOptions = {}): Promise<OpenApp> {
  const config = await completeConfig(loadConfig(io.env));
  const opening = openDatabase(config, options);
  // Most of a start is reading code and waiting for the database; so both at the same time.
  const loading = load(config, options);
  loading.catch(() => undefined);
  const database = await opening;
  try {
    const { buildApp, prepareDatabase, log, registries } = await loading;
    const { store, lost } = database;
    const [app] = await Promise.all([
      buildApp(config, { clock: systemClock, store, log, registries }),
      prepareDatabase(store),
    ]);
    const close = async () => {
      await app.close();
      await database.close();
    };
    return { app, config, lost, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function load(config: AppConfig, options: OpenOptions) {
  const [{ createLog }, { buildApp, loadRegistries }, { prepareDatabase }] = await Promise.all([
    import('../http/observe/log.ts'),
    import('../app.ts'),
    import('../tables.ts'),
  ]);
  const log = options.isService
    ? createLog({ level: config.logLevel })
    : createLog({ level: 'warn', destination: destination(2) });
  const [registries] = await Promise.all([
    loadRegistries(config, log),
    options.isService ? import('../http/index.ts') : null,
  ]);
  return { buildApp, prepareDatabase, log, registries };
}

/** Does one thing with the application and closes it, whatever happens. */
export async function withApp<T>(io: CommandIo, work: (app: App) => Promise<T>): Promise<T> {
  const opened = await openApp(io);
  try {
    return await work(opened.app);
  } finally {
    await opened.close();
  }
}
