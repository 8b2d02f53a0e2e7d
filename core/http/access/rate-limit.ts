import rateLimit from '@fastify/rate-limit';
import fp from 'fastify-plugin';
import { TooManyRequestsError } from '../http.errors.ts';

/**
 * A generous limit per client address, counted in each process, so that one client cannot take a server
 * for itself. The strict limit on signing in is in the users room and counts for all servers together.
 */
export const generalRateLimit = fp<{ readonly perMinute: number }>(
  async (app, { perMinute }) => {
    await app.register(rateLimit, { global: false });
    const count = app.createRateLimit({ max: perMinute, timeWindow: 60_000 });

    app.addHook('onRequest', async (request) => {
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return;
      throw new TooManyRequestsError(counted.ttlInSeconds);
    });
  },
  { name: 'general-rate-limit', fastify: '5.x' },
);
