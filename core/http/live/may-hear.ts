import type { EventPlace, RequestUser } from '@inning/sdk';

/** The same walls as in the store: agency, then creditors, then administrations. */
export function mayHear(user: RequestUser, place: EventPlace): boolean {
  return (
    user.agencyId !== null &&
    user.agencyId === place.agencyId &&
    holds(user.creditorIds, place.creditorId) &&
    holds(user.administrationIds, place.administrationId)
  );
}

const holds = (allowed: 'all' | readonly string[], id: string) =>
  allowed === 'all' || allowed.includes(id);
