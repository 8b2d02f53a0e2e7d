import type { Clock, PublishedEvent } from '@inning/sdk';
import { type Store, systemScope, toId } from '../../store/index.ts';
import { PAUSE_GATES } from '../engine/gates/index.ts';
import { instances } from '../instances/instance.model.ts';

/** How many resumptions an instance remembers, so that an event that comes twice counts once. */
const REMEMBERED = 20;

/**
 * Tells instances that their pause is over: they go on now, or the day they wait for moves by the length
 * of the pause. Hearing of the same event again changes nothing.
 */
export function createResumer({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  const rows = store.table(instances).in(systemScope('pauses of everybody come to an end'));

  return async (events: readonly PublishedEvent[]): Promise<void> => {
    for (const event of events) {
      if (!('choice' in event.data)) continue;
      const { choice, pausedDays } = event.data;
      const isShift = choice === 'shift';
      const whom = {
        ...subjectOf(event),
        isLive: true,
        resumedBy: { $ne: event.id },
        // What was not held back goes on as planned, unless everything moves.
        ...(isShift ? {} : { gate: { $in: PAUSE_GATES } }),
      };
      const remember = { resumedBy: { $each: [event.id], $slice: -REMEMBERED } };
      const shiftDays = isShift ? pausedDays : 0;
      await rows.updateMany(
        { ...whom, state: 'running' } as never,
        { $set: { wakeAt: clock.now() } } as never,
      );
      await rows.updateMany(
        whom as never,
        {
          $set: { resumed: { choice, days: pausedDays } },
          $inc: { shiftDays, revision: 1 },
          $push: remember,
        } as never,
      );
    }
  };
}

function subjectOf({ data, place }: PublishedEvent) {
  if ('debtorId' in data && data.debtorId) return { debtorId: toId(data.debtorId) };
  return { administrationId: toId(place.administrationId) };
}
