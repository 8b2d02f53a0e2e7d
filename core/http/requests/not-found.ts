import fp from 'fastify-plugin';
import { MethodNotAllowedError, RouteNotFoundError } from '../http.errors.ts';
import type { RouteEntry } from '../access/route-table.ts';

/** 405 with the methods that do exist when only the method is wrong, else 404. */
export const notFound = fp(
  async (app) => {
    app.setNotFoundHandler(async (request) => {
      const path = request.url.split('?', 1)[0] ?? '';
      const allowed = app.routeTable
        .filter((route) => fits(route, path))
        .map(({ method }) => method);
      throw allowed.length > 0 ? new MethodNotAllowedError(allowed) : new RouteNotFoundError();
    });
  },
  { name: 'not-found', dependencies: ['route-table', 'error-handler'], fastify: '5.x' },
);

/** The page of the web application answers every address, and so says nothing about methods. */
function fits({ url }: RouteEntry, path: string): boolean {
  if (url.endsWith('*')) return false;
  const [pattern, parts] = [url.split('/'), path.split('/')];
  return (
    pattern.length === parts.length &&
    pattern.every((piece, index) =>
      piece.startsWith(':') ? parts[index] !== '' : piece === parts[index],
    )
  );
}
