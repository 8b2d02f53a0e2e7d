import { checkFlow } from '@inning/sdk';
import type { FlowService } from '../definition/flows.service.ts';
import type { FlowLibrary } from '../engine/drawings/index.ts';
import {
  FlowNotFoundError,
  FlowVersionDrainingError,
  NodeMapInvalidError,
  SameVersionError,
} from '../flows.errors.ts';
import type { Id, Scope } from '../../store/index.ts';
import { createMigration, type MigrateDeps, type MigrationResult } from './migrate-instances.ts';
import type { MigrationOrder, MigrationPart } from './migration-order.ts';
import { createMigrationPlanner, type MigrationPlan, type PlanDeps } from './plan-migration.ts';
import { type NodeMap, proposeMap } from './propose-map.ts';

export type MigrationsDeps = PlanDeps &
  MigrateDeps & { readonly definitions: FlowService; readonly library: FlowLibrary };
export type Between = { readonly from: number; readonly to: number };
export type Wanted = Between & { readonly map: NodeMap; readonly part?: MigrationPart | undefined };
export type FlowMigrations = ReturnType<typeof createFlowMigrations>;

/** Running cases to another version of their flow: a proposal, a try, and the real thing. */
export function createFlowMigrations(deps: MigrationsDeps) {
  const { definitions, library } = deps;
  const plan = createMigrationPlanner(deps);
  const migrate = createMigration(deps);

  /** Throws `FlowNotFoundError` for a version that is not there, `NodeMapInvalidError` for a wrong map. */
  async function orderOf(scope: Scope, flowId: Id, wanted: Wanted) {
    const [before, target, after] = await Promise.all([
      definitions.version(scope, flowId, wanted.from),
      definitions.version(scope, flowId, wanted.to),
      library.version(flowId, wanted.to),
    ]);
    if (target.drainingSince) throw new FlowVersionDrainingError(wanted.to);
    if (wanted.from === wanted.to) throw new SameVersionError(wanted.to);
    if (!after) throw new FlowNotFoundError(`${flowId.toHexString()} version ${wanted.to}`);
    const { nodes } = checkFlow(before.document);
    for (const [from, to] of Object.entries(wanted.map)) {
      if (!Object.hasOwn(nodes, from)) throw new NodeMapInvalidError(from);
      if (to !== null && !Object.hasOwn(after.document.nodes, to))
        throw new NodeMapInvalidError(to);
    }
    const order: MigrationOrder = {
      flowId,
      fromVersion: wanted.from,
      flow: after,
      map: wanted.map,
      part: wanted.part,
    };
    return order;
  }

  return {
    async propose(scope: Scope, flowId: Id, { from, to }: Between): Promise<NodeMap> {
      const [before, after] = await Promise.all(
        [from, to].map((version) => definitions.version(scope, flowId, version)),
      );
      return proposeMap(checkFlow(before?.document), checkFlow(after?.document));
    },
    async plan(scope: Scope, flowId: Id, wanted: Wanted): Promise<MigrationPlan> {
      return plan(scope, await orderOf(scope, flowId, wanted));
    },
    async migrate(
      scope: Scope,
      flowId: Id,
      wanted: Wanted & { readonly who: string },
    ): Promise<MigrationResult> {
      return migrate(scope, await orderOf(scope, flowId, wanted), wanted.who);
    },
  };
}
