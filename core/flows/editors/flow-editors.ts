import type { Clock, RequestUser } from '@inning/sdk';
import { administrations } from '../../domain/administrations/index.ts';
import type { EventPublisher } from '../../events/index.ts';
import { type Id, type Scope, type Store, systemScope } from '../../store/index.ts';
import type { Flow } from '../definition/flow.model.ts';
import { type FlowEditor, flowEditors } from './editor.model.ts';

export type FlowEditorsDeps = {
  readonly store: Store;
  readonly events: EventPublisher;
  /** Real time, also when the business clock is moved. */
  readonly leaseClock: Clock;
};
export type FlowEditors = ReturnType<typeof createFlowEditors>;
type Window = { readonly windowId: string; readonly user: Pick<RequestUser, 'id' | 'name'> };
type OfFlow = Pick<Flow, '_id' | 'agencyId'>;

/** Who did not let hear of themselves for so long is gone. */
const AWAY_MS = 50_000;
/** Others hear of changes as often as this. */
const QUIET_MS = 5_000;

/** Who has a draft open now. Screens are told when somebody comes, goes or changes something. */
export function createFlowEditors({ store, events, leaseClock }: FlowEditorsDeps) {
  const table = store.table(flowEditors);

  /** Events stand in an administration; one of an agency's drafts in its first. */
  async function tell({ _id, agencyId }: OfFlow): Promise<void> {
    const place = await store
      .table(administrations)
      .in(systemScope('a draft is of the agency, its event of one of its administrations'))
      .findOne({ agencyId }, { sort: { _id: 1 }, fields: ['creditorId'] });
    if (!place) return;
    const key = { agencyId, creditorId: place.creditorId, administrationId: place._id };
    const data = { flowId: _id.toHexString() };
    await store.transaction((session) =>
      events.publish(session, { name: 'flow.drafted', place: key, data }),
    );
  }

  const othersOf = (scope: Scope, flowId: Id, windowId: string): Promise<FlowEditor[]> => {
    const since = new Date(leaseClock.now().getTime() - AWAY_MS);
    const which = { flowId, windowId: { $ne: windowId }, seenAt: { $gt: since } };
    return table.in(scope).find(which, { sort: { seenAt: -1 }, limit: 20 });
  };

  return {
    /** Says that this window is open, and whether it changed something; returns the others. */
    async note(
      scope: Scope,
      flow: OfFlow,
      { windowId, user, hasChanged }: Window & { readonly hasChanged: boolean },
    ): Promise<FlowEditor[]> {
      const now = leaseClock.now();
      const { _id: flowId, agencyId } = flow;
      const which = { agencyId, flowId, windowId };
      const known = await table.in(scope).findOne(which);
      const change = { userId: user.id, name: user.name, seenAt: now };
      await table.in(scope).upsert(which, {
        $set: hasChanged ? { ...change, changedAt: now } : change,
        ...(hasChanged ? {} : { $setOnInsert: { changedAt: null } }),
      });
      const isNews = hasChanged && now.getTime() - (known?.changedAt?.getTime() ?? 0) > QUIET_MS;
      if (!known || isNews) await tell(flow);
      return othersOf(scope, flowId, windowId);
    },

    async leave(scope: Scope, flow: OfFlow, windowId: string): Promise<void> {
      const gone = await table.in(scope).deleteMany({ flowId: flow._id, windowId });
      if (gone > 0) await tell(flow);
    },

    /** How long ago somebody changed something, in whole seconds; null when never. */
    secondsSinceChange: ({ changedAt }: FlowEditor): number | null =>
      changedAt &&
      Math.max(0, Math.floor((leaseClock.now().getTime() - changedAt.getTime()) / 1_000)),
  };
}
