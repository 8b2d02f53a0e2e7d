import type { Clock } from '@inning/sdk';
import type { Logger } from 'pino';
import type { Registries } from './host/index.ts';
import type { Outbound } from './outbound/index.ts';
import type { Store } from './store/index.ts';

/** What a process brings to the application. */
export type AppDeps = {
  readonly clock: Clock;
  readonly store: Store;
  readonly log: Logger;
  /** Plugins that were read already, such as while the database was starting. */
  readonly registries?: Registries;
  /** The way out of plugins; a test keeps it on this machine. */
  readonly outbound?: Outbound;
};
