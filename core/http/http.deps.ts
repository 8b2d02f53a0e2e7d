import type { Clock } from '@inning/sdk';
import type { Logger } from 'pino';
import type { SessionsService } from '../domain/users/index.ts';
import type { Store } from '../store/index.ts';
import type { LiveFeed } from './live-feed.ts';
import type { ReadyCheck } from './observe/health.routes.ts';
import type { FindPublicLetter, PayOnline } from './public-pages/public-letter.ts';

export type HttpConfig = {
  /** The address that people type, without a closing slash. `https:` makes cookies secure. */
  readonly publicUrl: string;
  /** At least 32 characters; signs the tokens of forms and of links in letters. */
  readonly secret: string;
  /** Which proxies in front may say who the client is; false when there are none. */
  readonly trustProxy?: boolean | string | undefined;
  readonly bodyLimitBytes?: number | undefined;
  /** The size of one uploaded file. */
  readonly uploadLimitBytes?: number | undefined;
  /** Per client address; generous, since a whole office may sit behind one. */
  readonly requestsPerMinute?: number | undefined;
  /** Lets a monitoring system read /metrics with `Authorization: Bearer …`. */
  readonly metricsToken?: string | undefined;
  /** The folder of the built web application. */
  readonly webAppDir?: string | undefined;
};

export type HttpDeps = {
  readonly config: HttpConfig;
  /** Made by `createLog`, which keeps personal data out. */
  readonly log: Logger;
  readonly clock: Clock;
  readonly store: Store;
  readonly sessions: SessionsService;
  readonly liveFeed: LiveFeed;
  readonly publicLetter: FindPublicLetter;
  readonly payOnline: PayOnline;
  /** What must be well before this server takes requests, besides the database. */
  readonly readyChecks?: readonly ReadyCheck[] | undefined;
  /** Work that waits, by queue, for /metrics. */
  readonly queueDepths?: (() => Promise<Readonly<Record<string, number>>>) | undefined;
};
