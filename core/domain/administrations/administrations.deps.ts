import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';

export type AdministrationsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  /** Those of these flows that are visible in the scope; the flow engine's collections are not ours. */
  readonly flowsIn?: FlowsIn;
};

export type FlowsIn = (
  scope: Scope,
  flowIds: readonly Id[],
) => Promise<
  readonly {
    readonly id: Id;
    readonly slug: string;
    /** For whose law it was drawn. */
    readonly country: string;
  }[]
>;
