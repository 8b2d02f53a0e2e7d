import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooManyRequestsError } from '../http/http.errors.ts';

const PER_MINUTE = 60;

/** So many questions a minute per client address; more than anybody types, and little for a server. */
export function limitQuestions(app: FastifyInstance) {
  const count = app.createRateLimit({ max: PER_MINUTE, timeWindow: 60_000 });
  return async (request: FastifyRequest): Promise<void> => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw new TooManyRequestsError(counted.ttlInSeconds);
  };
}
