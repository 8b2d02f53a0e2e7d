import type { EventName, EventPlace, PublishedEvent } from '@inning/sdk';

/**
 * Somebody who wants to hear of events. Gets them at least once and, within an administration, in
 * order; repeats must do no harm. Core's own listeners may take many at once.
 */
export type Listener = {
  /** Stable: rows that wait for a listener name it. `flows`, or `<plugin>#<event>`. */
  readonly id: string;
  readonly names: readonly EventName[];
  /** How many events it takes in one call. After a failure it gets them one by one. */
  readonly batchSize?: number;
  /** False when the plugin is off for that administration; it then misses the event for good. */
  isOnFor?(place: EventPlace): Promise<boolean>;
  handle(events: readonly PublishedEvent[]): Promise<void>;
};
