import type { Clock, EventName, Events } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type AdministrationKey, newId, type Store, systemScope } from '../store/index.ts';
import { outbox, type OutboxRow } from './outbox.model.ts';

export type NewEvent<Name extends EventName = EventName> = {
  [N in Name]: { readonly name: N; readonly place: AdministrationKey; readonly data: Events[N] };
}[Name];

/** Writes events in the caller's transaction: they are announced if, and only if, it commits. */
export type EventPublisher = {
  publish(session: ClientSession, ...events: readonly NewEvent[]): Promise<void>;
};

export function createEventPublisher(deps: { store: Store; clock: Clock }): EventPublisher {
  const rows = deps.store.table(outbox).in(systemScope('events are written beside their cause'));
  return {
    async publish(session, ...events) {
      const at = deps.clock.now();
      await rows.insertRaw(
        events.map(({ name, place, data }) => ({
          _id: newId(),
          agencyId: place.agencyId,
          creditorId: place.creditorId,
          administrationId: place.administrationId,
          name,
          data,
          at,
          isWaiting: true,
          attempts: 0,
          nextAttemptAt: null,
          dispatchedAt: null,
        })) as unknown as OutboxRow[],
        { session },
      );
    },
  };
}
