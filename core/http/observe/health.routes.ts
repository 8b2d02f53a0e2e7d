import { Type } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import fp from 'fastify-plugin';
import type { Store } from '../../store/index.ts';
import { NotAllowedError, NotSignedInError } from '../http.errors.ts';

/** Returns null when all is well, else a few words that say what is not. */
export type ReadyCheck = {
  readonly name: string;
  check(): Promise<string | null>;
};

type Options = {
  readonly store: Store;
  readonly checks: readonly ReadyCheck[];
  readonly metricsToken: string | undefined;
};

const CHECK_TIMEOUT_MS = 2_000;
const Check = Type.Object({
  name: Type.String(),
  problem: Type.Union([Type.String(), Type.Null()]),
});
const Readiness = Type.Object({ ready: Type.Boolean(), checks: Type.Array(Check) });

/** For whoever watches over the server: is it alive, may it have work, and figures. */
export const healthRoutes = fp<Options>(
  async (app, { store, checks, metricsToken }) => {
    const about = { tags: ['Operation'] };
    const all = [databaseCheck(store), ...checks];

    app.get(
      '/healthz',
      {
        config: { access: 'public' },
        schema: {
          ...about,
          operationId: 'isAlive',
          summary: 'Is the process alive',
          response: { 200: Type.Object({ alive: Type.Literal(true) }) },
        },
      },
      async () => ({ alive: true }),
    );

    app.get(
      '/readyz',
      {
        config: { access: 'public' },
        schema: {
          ...about,
          operationId: 'isReady',
          summary: 'May this server have requests: database and worker',
          response: { 200: Readiness, 503: Readiness },
        },
      },
      async (_, reply) => {
        const results = await Promise.all(all.map(run));
        const ready = results.every(({ problem }) => problem === null);
        return reply.code(ready ? 200 : 503).send({ ready, checks: results });
      },
    );

    app.get(
      '/metrics',
      {
        config: { access: 'public' },
        schema: {
          ...about,
          operationId: 'getMetrics',
          summary:
            'Figures for Prometheus: for an operator, with the metrics token, or on this machine',
        },
      },
      async (request, reply) => {
        if (!mayReadMetrics(request, metricsToken)) {
          throw request.user ? new NotAllowedError(request.user.role) : new NotSignedInError();
        }
        return reply.type(app.metrics.contentType).send(await app.metrics.metrics());
      },
    );
  },
  { name: 'health-routes', dependencies: ['route-table', 'metrics'], fastify: '5.x' },
);

/** A request that a proxy passed on also comes from this machine, so such a one does not count as local. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (request.user?.role === 'operator') return true;
  const { authorization } = request.headers;
  if (token !== undefined && authorization !== undefined) {
    return isSame(authorization, `Bearer ${token}`);
  }
  const isPassedOn = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  const from = request.socket.remoteAddress ?? '';
  return !isPassedOn && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from);
}

const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const digest = (text: string) => createHash('sha256').update(text).digest();

function databaseCheck(store: Store): ReadyCheck {
  return {
    name: 'database',
    async check() {
      await store.connection.db?.admin().ping();
      return store.connection.readyState === 1 ? null : 'not connected';
    },
  };
}

async function run({ name, check }: ReadyCheck): Promise<{ name: string; problem: string | null }> {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve('does not answer'), CHECK_TIMEOUT_MS).unref();
  });
  const problem = await Promise.race([check(), late]).catch(() => 'does not work');
  return { name, problem };
}
