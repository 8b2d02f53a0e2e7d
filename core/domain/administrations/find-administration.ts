import type { CalendarDate, Clock } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { HOME_TIME_ZONE } from '../../home.ts';
import {
  type AdministrationKey,
  type Id,
  type Scope,
  type Store,
  systemScope,
} from '../../store/index.ts';
import { dayAt } from '../../time/index.ts';
import { type Administration, administrations } from './administration.model.ts';
import { AdministrationNotFoundError } from './administrations.errors.ts';

/**
 * Throws `AdministrationNotFoundError` for one outside the scope. Use it before anything is written
 * to an administration that a request names.
 */
export async function findAdministration(
  store: Store,
  scope: Scope,
  find: { readonly id: Id; readonly session?: ClientSession },
): Promise<Administration> {
  const found = await store
    .table(administrations)
    .in(scope)
    .byId(find.id, { session: find.session });
  if (!found) throw new AdministrationNotFoundError(find.id.toHexString());
  return found;
}

export const keyOfAdministration = (administration: Administration): AdministrationKey => ({
  agencyId: administration.agencyId,
  creditorId: administration.creditorId,
  administrationId: administration._id,
});

/**
 * The administrations a list looks in: the one that was asked for, else all in scope. Naming them lets
 * the database use indexes that start with the administration. Throws `AdministrationNotFoundError`.
 */
export async function administrationIdsIn(
  store: Store,
  scope: Scope,
  administrationId?: Id,
): Promise<Id[]> {
  if (administrationId)
    return [(await findAdministration(store, scope, { id: administrationId }))._id];
  const found = await store
    .table(administrations)
    .in(scope)
    .find({}, { fields: ['_id'] });
  return found.map((one) => one._id);
}

type Today = { readonly store: Store; readonly clock: Clock };

/** Today in the books of an administration: the civil day in its own time zone. */
export async function todayOf(deps: Today, administrationId: Id): Promise<CalendarDate> {
  const days = await todaysOf(deps, [administrationId]);
  return days.get(administrationId.toHexString()) ?? dayAt(deps.clock.now(), HOME_TIME_ZONE);
}

/** The same for several administrations, by id. */
export async function todaysOf(
  { store, clock }: Today,
  administrationIds: readonly Id[],
): Promise<Map<string, CalendarDate>> {
  const found = await store
    .table(administrations)
    .in(systemScope('the time zone of rows that were found in scope'))
    .find({ _id: { $in: [...administrationIds] } }, { fields: ['timeZone'] });
  const now = clock.now();
  return new Map(found.map((one) => [one._id.toHexString(), dayAt(now, one.timeZone)]));
}
