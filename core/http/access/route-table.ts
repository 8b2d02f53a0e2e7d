import type { Access } from '@inning/sdk';
import type { FastifySchema, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';

/** One route as it was registered. */
export type RouteEntry = {
  readonly method: string;
  /** The pattern, such as `/api/debtors/:id`. */
  readonly url: string;
  readonly access: Access;
  readonly schema: FastifySchema;
  readonly isWebSocket: boolean;
};

/** Stops the boot: somebody forgot to say who may call a route. */
export class RouteWithoutRuleError extends Error {
  override readonly name = 'RouteWithoutRuleError';

  constructor(method: string, url: string) {
    super(`The route ${method} ${url} does not say who may call it: give it config.access.`);
  }
}

/** Collects every route with its rule in `app.routeTable`. Registered before any route. */
export const routeTable = fp(
  async (app) => {
    const routes: RouteEntry[] = [];
    app.decorate('routeTable', routes as readonly RouteEntry[]);

    app.addHook('onRoute', (route) => {
      for (const method of [route.method].flat()) {
        const access = route.config?.access;
        if (access === undefined) throw new RouteWithoutRuleError(method, route.url);
        const { url, schema = {} } = route;
        routes.push({ method, url, access, schema, isWebSocket: isWebSocket(route) });
      }
    });
  },
  { name: 'route-table', fastify: '5.x' },
);

const isWebSocket = (route: RouteOptions) => 'websocket' in route && route.websocket === true;
