import type { PublishedEvent } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { AppConfig } from './app-config.ts';
import type { AppDeps } from './app.deps.ts';
import {
  createDispatcher,
  createEventPublisher,
  createFailedEvents,
  type OutboxWatch,
  watchOutbox,
} from './events/index.ts';
import { createAppFlows, releaseAfterWord } from './flows-of-app.ts';
import type { Flows } from './flows/index.ts';
import { createHost, loadPlugins, type Registries } from './host/index.ts';
import { createAppHttp } from './http-of-app.ts';
import { createLiveFeed } from './http/live-feed.ts';
import { installingOf } from './installing-of-app.ts';
import { createJobs } from './jobs/index.ts';
import { PROJECT_DIR } from './project-dir.ts';
import { createRooms } from './rooms.ts';
import { startWork } from './work.ts';

export type App = Awaited<ReturnType<typeof buildApp>>;

/** Everything that runs, in order. Nothing listens or works by itself before it is asked to. */
export async function buildApp(config: AppConfig, deps: AppDeps) {
  const { store, log } = deps;
  const registries = deps.registries ?? (await loadRegistries(config, log));
  log.info({ plugins: [...registries.plugins.keys()] }, 'these plugins are switched on');
  const events = createEventPublisher(deps);
  const failedEvents = createFailedEvents(deps);
  const installing = await installingOf({ ...deps, events });
  const host = createHost({ ...config, ...deps, registries, installing });
  // The engine needs the rooms, and one of them the engine: it is asked for when it is there.
  const onLetterResolved = releaseAfterWord(() => flows, deps);
  const rooms = createRooms({ ...deps, ...host, events, config, onLetterResolved });
  const { runScript } = installing.sandbox;
  const flows: Flows = createAppFlows({ ...deps, ...host, config, events, runScript, rooms });
  const listeners = [...rooms.listeners, ...flows.listeners, ...host.listeners];
  const moreListeners = host.installedListeners;
  const dispatcher = createDispatcher({ ...deps, listeners, moreListeners });
  const liveFeed = createLiveFeed((err) => log.error({ err }, 'a live view failed'));
  const jobs = createJobs({ connection: store.connection, log });
  const parts = { ...deps, registries, config, rooms, host, flows, failedEvents, liveFeed };

  let server: Promise<FastifyInstance> | null = null;
  let watch: OutboxWatch | null = null;
  const heard = new Set<(event: PublishedEvent) => void>();
  const onEvent = (listener: (event: PublishedEvent) => void) => {
    heard.add(listener);
    watch ??= watchOutbox(deps, (event) => heard.forEach((hear) => hear(event)));
  };
  const http = () => (server ??= createAppHttp(parts));

  return {
    ...parts,
    events,
    dispatcher,
    jobs,
    /** The web server, for tests too; it listens only after `serve`. */
    http,
    /** Takes requests; returns the address. */
    async serve(): Promise<string> {
      await (await http()).listen({ host: config.host, port: config.port });
      onEvent(liveFeed.publish);
      return config.publicUrl;
    },
    /** Does what happens by itself. */
    async work(): Promise<void> {
      await startWork({ ...deps, flows, dispatcher, jobs, rooms, host });
      onEvent(() => dispatcher.nudge());
    },
    /** Takes nothing new, lets what is under way end, and closes everything but the store. */
    async close(): Promise<void> {
      await (await server)?.close();
      await watch?.close();
      await rooms.statements.stop();
      await Promise.all([jobs.stop(), flows.stop()]);
      await dispatcher.stop();
      await host.close();
    },
  };
}

/** Reads the plugins that are switched on; needs no database. */
export const loadRegistries = (config: AppConfig, log: Logger): Promise<Registries> =>
  loadPlugins({
    projectDir: PROJECT_DIR,
    switchedOn: config.plugins,
    dataDir: config.dataDir,
    log,
  });
