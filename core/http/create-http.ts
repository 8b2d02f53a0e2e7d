import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { accessRules } from './access/access-rules.ts';
import { forgedRequests } from './access/forged-requests.ts';
import { generalRateLimit } from './access/rate-limit.ts';
import { routeTable } from './access/route-table.ts';
import { sessionCookie } from './access/session-cookie.ts';
import { tenantFilters } from './access/tenant-filters.ts';
import { docsRoutes } from './api-docs/docs.routes.ts';
import { openApi } from './api-docs/openapi.ts';
import type { HttpDeps } from './http.deps.ts';
import { liveRoutes, webSockets } from './live/live.routes.ts';
import { healthRoutes } from './observe/health.routes.ts';
import { metrics } from './observe/metrics.ts';
import { requestLog } from './observe/request-log.ts';
import { publicPagesRoutes } from './public-pages/public-pages.routes.ts';
import { bodies } from './requests/bodies.ts';
import { answerError, errorHandler } from './requests/error-handler.ts';
import { notFound } from './requests/not-found.ts';
import { securityHeaders } from './requests/security-headers.ts';
import { createSchemaCompiler } from './requests/validation.ts';
import { staticFiles } from './web-app/static-files.ts';
import { webAppRoutes } from './web-app/web-app.routes.ts';
import './request.ts';

const MEGABYTE = 1_048_576;
/** As large as the largest file that a reader takes: a year of bank statements of a busy account. */
const UPLOAD_LIMIT_BYTES = 300 * MEGABYTE;
/** A large file over a slow line; headers have a time limit of their own. */
const REQUEST_WITHIN_MS = 15 * 60_000;

/**
 * The HTTP server with everything around the routes of the rooms. The caller registers those on it and
 * then listens; a route without `config.access` stops the boot.
 */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const { config, store, sessions } = deps;
  const { publicUrl, secret } = config;
  const isSecure = publicUrl.startsWith('https:');
  const app = createServer(deps);

  // The order is the order in which a request meets them.
  await app.register(errorHandler);
  await app.register(routeTable);
  await app.register(notFound);
  await app.register(requestLog);
  await app.register(metrics, { queueDepths: deps.queueDepths });
  await app.register(securityHeaders, { isSecure });
  await app.register(generalRateLimit, { perMinute: config.requestsPerMinute ?? 3_000 });
  await app.register(bodies, { uploadLimitBytes: config.uploadLimitBytes ?? UPLOAD_LIMIT_BYTES });
  await app.register(webSockets);
  await app.register(sessionCookie, { sessions, secret, isSecure });
  await app.register(accessRules);
  await app.register(forgedRequests, { publicUrl });
  await app.register(tenantFilters, { store });

  await app.register(openApi);
  await app.register(staticFiles);
  await app.register(docsRoutes);
  const checks = deps.readyChecks ?? [];
  await app.register(healthRoutes, { store, checks, metricsToken: config.metricsToken });
  await app.register(liveRoutes, { liveFeed: deps.liveFeed, sessions });
  const { publicLetter, payOnline } = deps;
  await app.register(publicPagesRoutes, { secret, publicLetter, payOnline });
  await app.register(webAppRoutes, { folder: config.webAppDir });
  return app;
}

function createServer({ config, log }: HttpDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Its lines hold addresses with what people searched for; ours are in `requestLog`.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: () => randomUUID(),
    bodyLimit: config.bodyLimitBytes ?? MEGABYTE,
    requestTimeout: REQUEST_WITHIN_MS,
    forceCloseConnections: 'idle',
    trustProxy: config.trustProxy ?? false,
    // An address that cannot be decoded never reaches a route, nor its error handler.
    frameworkErrors: answerError,
  });
  app.setValidatorCompiler(createSchemaCompiler());
  return app;
}
