import type { Clock, RequestUser } from '@inning/sdk';
import type { Id, Scope, Store } from '../../store/index.ts';
import type { FlowNews } from '../definition/flow-news.ts';
import type { Flow } from '../definition/flow.model.ts';
import { type FlowEditor, flowEditors } from './editor.model.ts';

export type FlowEditorsDeps = {
  readonly store: Store;
  readonly tell: FlowNews;
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
export function createFlowEditors({ store, tell, leaseClock }: FlowEditorsDeps) {
  const table = store.table(flowEditors);

  const tellOf = ({ _id, agencyId }: OfFlow) =>
    tell({ name: 'flow.drafted', flowId: _id, agencyId, creditorId: null });

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
      if (!known || isNews) await tellOf(flow);
      return othersOf(scope, flowId, windowId);
    },

    async leave(scope: Scope, flow: OfFlow, windowId: string): Promise<void> {
      const gone = await table.in(scope).deleteMany({ flowId: flow._id, windowId });
      if (gone > 0) await tellOf(flow);
    },

    /** How long ago somebody changed something, in whole seconds; null when never. */
    secondsSinceChange: ({ changedAt }: FlowEditor): number | null =>
      changedAt &&
      Math.max(0, Math.floor((leaseClock.now().getTime() - changedAt.getTime()) / 1_000)),
  };
}
