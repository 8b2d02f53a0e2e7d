import type { Id, Scope, Store } from '../../store/index.ts';
import { createTreatedCounts } from './count-treated.ts';
import { instances } from './instance.model.ts';

/** How many instances live in each flow (FLOW-05), and at each node of one. */
export function createInstanceCounts(store: Store) {
  const table = store.table(instances);
  return {
    byFlow: createTreatedCounts(store),
    async byVersion(scope: Scope, flowId: Id): Promise<ReadonlyMap<number, number>> {
      const rows = await table
        .in(scope)
        .aggregate<{ _id: number; count: number }>([
          { $match: { flowId, isLive: true } },
          { $group: { _id: '$flowVersion', count: { $sum: 1 } } },
        ]);
      return new Map(rows.map((row) => [row._id, row.count]));
    },
    async byNode(scope: Scope, flowId: Id, version: number): Promise<Record<string, number>> {
      const rows = await table
        .in(scope)
        .aggregate<{ _id: string; count: number }>([
          { $match: { flowId, flowVersion: version, isLive: true } },
          { $group: { _id: '$nodeId', count: { $sum: 1 } } },
        ]);
      return Object.fromEntries(rows.map((row) => [row._id, row.count]));
    },
  };
}
