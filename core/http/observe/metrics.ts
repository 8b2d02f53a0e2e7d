import fp from 'fastify-plugin';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

declare module 'fastify' {
  interface FastifyInstance {
    /** Rooms may add their own figures; labels never hold ids or anything about persons. */
    readonly metrics: Registry;
  }
}

type Options = {
  readonly queueDepths: (() => Promise<Readonly<Record<string, number>>>) | undefined;
};

/** Measures every request and the process itself, in one registry per server. */
export const metrics = fp<Options>(
  async (app, { queueDepths }) => {
    const registry = new Registry();
    app.decorate('metrics', registry);
    collectDefaultMetrics({ register: registry });

    const durations = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests take, by route pattern',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    });
    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown';
      const labels = { method: request.method, route, status: String(reply.statusCode) };
      durations.observe(labels, reply.elapsedTime / 1000);
    });

    if (queueDepths) addQueueDepths(registry, queueDepths);
    app.addHook('onClose', async () => registry.clear());
  },
  { name: 'metrics', fastify: '5.x' },
);

function addQueueDepths(registry: Registry, queueDepths: NonNullable<Options['queueDepths']>) {
  new Gauge({
    name: 'inning_queue_depth',
    help: 'Pieces of work that wait',
    labelNames: ['queue'] as const,
    registers: [registry],
    async collect() {
      for (const [queue, depth] of Object.entries(await queueDepths())) this.set({ queue }, depth);
    },
  });
}
