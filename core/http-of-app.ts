import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import type { AppConfig } from './app-config.ts';
import type { AppDeps } from './app.deps.ts';
import { calculatorPageRoutes, calculatorRoutes, createCalculator } from './calculator/index.ts';
import type { FailedEvents } from './events/index.ts';
import { flowOfDebtor } from './flow-of-debtor.ts';
import type { Flows } from './flows/index.ts';
import type { Host, Registries } from './host/index.ts';
import type { LiveFeed } from './http/live-feed.ts';
import { createTrustService, publisherRoutes, revocationRoutes } from './packages/index.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { PROJECT_DIR } from './project-dir.ts';
import { type Rooms, roomRoutes } from './rooms.ts';
import { textsRoutes } from './texts.routes.ts';

export type HttpParts = AppDeps & {
  readonly config: AppConfig;
  readonly rooms: Rooms;
  readonly host: Host;
  readonly flows: Flows;
  readonly failedEvents: FailedEvents;
  readonly liveFeed: LiveFeed;
  readonly registries: Registries;
};

/** The web server with the routes of every room, the engine and the plugins; does not listen yet. */
export async function createAppHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { config, store, clock, log, rooms, host, flows } = parts;
  const { createHttp } = await import('./http/index.ts');
  const { secret, publicUrl } = config;
  const http = await createHttp({
    config: { secret, publicUrl, webAppDir: join(PROJECT_DIR, 'designer', 'dist') },
    log,
    clock,
    store,
    sessions: rooms.sessions,
    liveFeed: parts.liveFeed,
    publicLetter: rooms.publicPaying.letter,
    payOnline: rooms.publicPaying.payOnline,
    queueDepths: () => parts.failedEvents.depths(),
  });
  const flowOf = flowOfDebtor({ store, flows });
  await http.register(roomRoutes(rooms, { store, flowOf }), { prefix: '/api' });
  await http.register(overviewRoutes({ store, clock }), { prefix: '/api' });
  const trust = createTrustService({ store, clock });
  await http.register(publisherRoutes({ trust }), { prefix: '/api' });
  await http.register(revocationRoutes({ trust }), { prefix: '/api' });
  await http.register(flows.routes, { prefix: '/api' });
  await http.register(host.apiRoutes, { prefix: '/api' });
  const { countries } = parts.registries;
  const country = config.country ?? countries.all()[0]?.code ?? '';
  const calculator = createCalculator({ countries, clock, country });
  await http.register(calculatorRoutes(calculator), { prefix: '/api' });
  await http.register(calculatorPageRoutes(calculator));
  await http.register(textsRoutes(host), { prefix: '/api' });
  await http.register(host.pluginRoutes);
  return http;
}
