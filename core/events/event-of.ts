import type { EventPlace, PublishedEvent } from '@inning/sdk';
import type { OutboxRow } from './outbox.model.ts';

/** A row as listeners and the live view see it. */
export function eventOf(row: OutboxRow): PublishedEvent {
  return {
    id: row._id.toHexString(),
    name: row.name as PublishedEvent['name'],
    at: row.at,
    place: placeOf(row),
    data: row.data as PublishedEvent['data'],
  };
}

export function placeOf(row: OutboxRow): EventPlace {
  return {
    agencyId: row.agencyId.toHexString(),
    creditorId: row.creditorId.toHexString(),
    administrationId: row.administrationId.toHexString(),
  };
}
