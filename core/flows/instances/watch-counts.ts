import type { CalendarDate } from '@inning/sdk';
import type { PipelineStage } from 'mongoose';
import { findPage, type Page, type PageRequest } from '../../domain/routing/index.ts';
import type { Id, Scope, Store } from '../../store/index.ts';
import { type Instance, instances, type InstanceState } from './instance.model.ts';
import { moves, type StepKind } from './move.model.ts';

/** A published version, as it is watched. */
export type Watched = { readonly flowId: Id; readonly version: number };
export type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

/** How many stand at a step, in which state; `isGated` when something holds them back. */
export type StandingCount = {
  readonly nodeId: string;
  readonly state: InstanceState;
  readonly isGated: boolean;
  readonly count: number;
};
/** How many left a step by an outcome, or ended there. */
export type PassedCount = {
  readonly nodeId: string;
  readonly kind: StepKind;
  readonly outcome: string;
  readonly count: number;
};
export type PassedCase = { readonly instance: Instance; readonly on: CalendarDate };
export type WatchCounts = ReturnType<typeof createWatchCounts>;

/** Steps that tell of a way that was gone. */
const PASSING: readonly StepKind[] = ['done', 'skipped', 'ended'];

/** What goes on in a published version: counted by the database, within what the reader may see. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createWatchCounts(store: Store) {
  const instanceTable = store.table(instances);
  const moveTable = store.table(moves);

  return {
    standing: (scope: Scope, { flowId, version }: Watched): Promise<StandingCount[]> =>
      instanceTable.in(scope).aggregate<StandingCount>([
        { $match: { flowId, flowVersion: version, isLive: true } },
        {
          $group: {
            _id: { nodeId: '$nodeId', state: '$state', isGated: { $ne: ['$gate', null] } },
            count: { $sum: 1 },
          },
        },
        {
          $project: {
            _id: 0,
            nodeId: '$_id.nodeId',
            state: '$_id.state',
            isGated: '$_id.isGated',
            count: 1,
          },
        },
      ]),

    passed: (scope: Scope, watched: Watched, period: Period): Promise<PassedCount[]> =>
      moveTable.in(scope).aggregate<PassedCount>(passedPipeline(watched, period)),

    /** Cases that stand in it now, the longest first. */
    cases(
      scope: Scope,
      { flowId, version }: Watched,
      where: {
        readonly nodeId?: string | undefined;
        readonly state?: InstanceState | undefined;
        /** Only those that something holds back, in whichever state. */
        readonly isHeld?: boolean | undefined;
        readonly page: PageRequest;
      },
    ): Promise<Page<Instance>> {
      const { nodeId, state, isHeld, page } = where;
      const filter = {
        flowId,
        flowVersion: version,
        isLive: true,
        ...(nodeId ? { nodeId } : {}),
        ...(state ? { state } : {}),
        ...(isHeld ? { $or: [{ state: 'held' as const }, { gate: { $ne: null } }] } : {}),
      };
      return findPage<Instance>(instanceTable.in(scope), filter, { order: { startedAt: 1 }, page });
    },

    /** Cases that left a step by an outcome in a period, the last first. */
    async casesPassed(
      scope: Scope,
      { flowId, version }: Watched,
      way: Period & {
        readonly nodeId: string;
        readonly outcome: string;
        readonly page: PageRequest;
      },
    ): Promise<Page<PassedCase>> {
      const { nodeId, outcome, from, to, page } = way;
      const filter = {
        flowId,
        flowVersion: version,
        on: { $gte: from, $lte: to },
        steps: { $elemMatch: { nodeId, outcome, kind: { $in: [...PASSING] } } },
      };
      const order = { on: -1 } as const;
      const found = await findPage(moveTable.in(scope), filter as never, { order, page });
      const walked = await instanceTable
        .in(scope)
        .find({ _id: { $in: found.items.map(({ instanceId }) => instanceId) } });
      const byId = new Map(walked.map((one) => [one._id.toHexString(), one]));
      return {
        nextCursor: found.nextCursor,
        items: found.items.flatMap(({ instanceId, on }) => {
          const instance = byId.get(instanceId.toHexString());
          return instance ? [{ instance, on }] : [];
        }),
      };
    },
  };
}

/** Reads the moves of the period by their index; a move holds all its steps. */
function passedPipeline({ flowId, version }: Watched, { from, to }: Period): PipelineStage[] {
  return [
    { $match: { flowId, flowVersion: version, on: { $gte: from, $lte: to } } },
    { $project: { _id: 0, 'steps.nodeId': 1, 'steps.kind': 1, 'steps.outcome': 1 } },
    { $unwind: '$steps' },
    { $match: { 'steps.kind': { $in: [...PASSING] } } },
    {
      $group: {
        _id: { nodeId: '$steps.nodeId', kind: '$steps.kind', outcome: '$steps.outcome' },
        count: { $sum: 1 },
      },
    },
    {
      $project: {
        _id: 0,
        nodeId: '$_id.nodeId',
        kind: '$_id.kind',
        outcome: { $ifNull: ['$_id.outcome', ''] },
        count: 1,
      },
    },
  ];
}
