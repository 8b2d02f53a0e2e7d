import type { ClientSession } from 'mongoose';
import { type Administration, administrations } from '../../domain/administrations/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import { type Id, type Store, systemScope } from '../../store/index.ts';

export type FlowNewsDeps = { readonly store: Store; readonly events: EventPublisher };
/** Of which flow something is told, and to whom: the people of a creditor, or (null) the agency's own. */
export type NewsOfFlow = {
  readonly name: 'flow.drafted' | 'flow.commented';
  readonly flowId: Id;
  readonly agencyId: Id;
  readonly creditorId: Id | null;
};
export type FlowNews = ReturnType<typeof createFlowNews>;

/**
 * Tells open screens of a flow itself. Flows stand above the administrations and events in one of them: news
 * for the agency stands in its first, news for a creditor in each of theirs, so that whoever works in one
 * of them hears it.
 */
export function createFlowNews({ store, events }: FlowNewsDeps) {
  const places = store
    .table(administrations)
    .in(systemScope('a flow is of an agency, its events of administrations'));

  return async ({ name, flowId, agencyId, creditorId }: NewsOfFlow, session?: ClientSession) => {
    const which = creditorId === null ? { agencyId } : { agencyId, creditorId };
    const many = creditorId === null ? { limit: 1 } : {};
    const found = await places.find(which, { sort: { _id: 1 }, fields: ['creditorId'], ...many });
    if (found.length === 0) return;
    const data = { flowId: flowId.toHexString() };
    const news = found.map((one) => ({ name, place: placeOf(agencyId, one), data }));
    if (session) return events.publish(session, ...news);
    await store.transaction((own) => events.publish(own, ...news));
  };
}

const placeOf = (
  agencyId: Id,
  { _id, creditorId }: Pick<Administration, '_id' | 'creditorId'>,
) => ({
  agencyId,
  creditorId,
  administrationId: _id,
});
