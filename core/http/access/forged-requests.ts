import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { CsrfTokenError, ForeignOriginError } from '../http.errors.ts';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another web site sends in the name of somebody who is signed in here: a changing request
 * or a WebSocket from a foreign origin, and a changing request without the token of its session.
 * Public routes need no token: they give nothing to whom is signed in that a stranger has not.
 */
export const forgedRequests = fp<{ readonly publicUrl: string }>(
  async (app, { publicUrl }) => {
    const { origin: ownOrigin } = new URL(publicUrl);

    app.addHook('onRequest', async (request) => {
      const isChanging = !HARMLESS.has(request.method);
      if (!isChanging && !request.ws) return;
      if (!isFromHere(request, ownOrigin)) throw new ForeignOriginError();
      if (!isChanging || request.is404 || request.session === null) return;
      if (request.routeOptions.config.access === 'public') return;
      const given = request.headers['x-csrf-token'];
      if (!isSame(given, request.session.csrfToken)) throw new CsrfTokenError();
    });
  },
  { name: 'forged-requests', dependencies: ['session-cookie', 'access-rules'], fastify: '5.x' },
);

/** Programs send no origin; a browser always does here, and cannot be made to lie about it. */
function isFromHere({ headers }: FastifyRequest, ownOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === ownOrigin) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
