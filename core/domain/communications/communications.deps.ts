import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Scope, Store } from '../../store/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import type { Communication } from './communication.model.ts';

export type CommunicationsDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
  /** Lets the flow go on that waited for a person's word. Called after the word is written. */
  readonly onResolved?: (scope: Scope, letter: Communication, by: string) => Promise<void>;
};
