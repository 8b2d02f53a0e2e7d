import { isLocale, type Locale } from '@inning/sdk';
import type { FastifyRequest } from 'fastify';

/** The language of the reader: as the browser asks, else as the session says, else Dutch. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = request.headers['accept-language']?.slice(0, 2).toLowerCase();
  if (isLocale(asked)) return asked;
  return request.session?.locale ?? 'nl';
}
