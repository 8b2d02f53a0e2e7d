import type { FastifyInstance } from 'fastify';
import { type MovableClock, movableClock } from '../clock.ts';
import {
  createSessionsService,
  createSignInLimit,
  createUsersService,
  sessionRoutes,
} from '../domain/users/index.ts';
import type { Store } from '../store/index.ts';
import {
  createHttp,
  createLiveFeed,
  createLog,
  type HttpConfig,
  type HttpDeps,
  type LiveFeed,
} from './index.ts';

export type TestServer = {
  readonly app: FastifyInstance;
  readonly clock: MovableClock;
  readonly liveFeed: LiveFeed;
};

/** The server as it is, with the routes of signing in and nothing else; for the tests of this room. */
export async function createTestServer(
  store: Store,
  config: Partial<HttpConfig> = {},
  deps: Partial<HttpDeps> = {},
): Promise<TestServer> {
  const clock = movableClock(new Date('2026-03-02T09:00:00Z'));
  const users = createUsersService({ store, clock });
  const sessions = createSessionsService({ store, clock, users });
  const liveFeed = createLiveFeed(() => undefined);
  const app = await createHttp({
    config: {
      publicUrl: 'http://127.0.0.1:8080',
      secret: 'a secret of thirty-two letters!!',
      ...config,
    },
    log: createLog({ level: 'silent' }),
    clock,
    store,
    sessions,
    liveFeed,
    publicLetter: async () => null,
    payOnline: {
      start: async () => null,
      result: async () => null,
      changed: async () => false,
    },
    ...deps,
  });
  const signInLimit = createSignInLimit({ store, clock });
  await app.register(sessionRoutes({ users, sessions, signInLimit }), { prefix: '/api' });
  return { app, clock, liveFeed };
}
