export { RouteWithoutRuleError, type RouteEntry } from './access/route-table.ts';
export { createHttp } from './create-http.ts';
export type { HttpConfig, HttpDeps } from './http.deps.ts';
export * from './http.errors.ts';
export { createLiveFeed, type LiveEvent, type LiveFeed } from './live-feed.ts';
export { createLog, type LogOptions } from './observe/log.ts';
export type { ReadyCheck } from './observe/health.routes.ts';
export {
  createLetterLinks,
  createPayAddresses,
  type LetterLinks,
} from './public-pages/letter-token.ts';
export type { FindPublicLetter, PayOnline, PublicLetter } from './public-pages/public-letter.ts';
export type { RequestSession } from './request.ts';
