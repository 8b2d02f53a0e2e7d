import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Store } from '../../store/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';

export type DisputesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
};
