import fp from 'fastify-plugin';

/** One line per request: what was asked by its pattern, never by its address, and how it went. */
export const requestLog = fp(
  async (app) => {
    app.addHook('onResponse', async (request, reply) => {
      const fields = {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        userId: request.user?.id ?? null,
      };
      request.log.info(fields, 'request');
    });
  },
  { name: 'request-log', fastify: '5.x' },
);
