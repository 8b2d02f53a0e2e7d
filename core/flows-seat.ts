import type { FastifyInstance } from 'fastify';
import type { EventPublisher, Listener } from './events/index.ts';
import type { Ports, Registries } from './host/index.ts';
import type { AppConfig } from './app-config.ts';
import type { AppDeps } from './app.ts';
import type { Rooms } from './rooms.ts';

/** The flow engine as the rest of the application sees it. */
export type Flows = {
  readonly listeners: readonly Listener[];
  /** Registered under /api. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
  /** How many parts of the work have something due: so many workers can help at once. */
  partsDue(now: Date): Promise<number>;
  /** Moves everything that is due; returns how many moves were made. */
  wake(now: Date): Promise<number>;
  /** Starts flows for invoices that came due and that nothing follows up yet. */
  startDue(now: Date): Promise<number>;
  /** Settles letters that a worker which died left on the way. */
  sweep(now: Date): Promise<void>;
  /** Lets the batches under way end and takes no new ones. */
  stop(): Promise<void>;
};

export type FlowsDeps = AppDeps & {
  readonly config: AppConfig;
  readonly events: EventPublisher;
  readonly registries: Registries;
  readonly ports: Ports;
  readonly rooms: Rooms;
};

/** Sits in the engine's seat until the engine is there: nothing is ever due. */
export function createFlows(_deps: FlowsDeps): Flows {
  return {
    listeners: [],
    routes: async () => undefined,
    partsDue: async () => 0,
    wake: async () => 0,
    startDue: async () => 0,
    sweep: async () => undefined,
    stop: async () => undefined,
  };
}
