import type { Id, Scope, Store } from '../../store/index.ts';
import { type Instance, instances } from '../instances/instance.model.ts';
import type { MigrationOrder } from './migration-order.ts';

export type Standing = Pick<MigrationOrder, 'flowId' | 'fromVersion'> & {
  /** Only those of this share. */
  readonly shard?: number;
};
const AT_ONCE = 500;

/** The live cases of a version, some at a time in the order of their ids. */
export async function* findStanding(
  store: Store,
  scope: Scope,
  { flowId, fromVersion, shard }: Standing,
): AsyncGenerator<Instance[]> {
  const rows = store.table(instances).in(scope);
  const which = {
    flowId,
    flowVersion: fromVersion,
    isLive: true,
    ...(shard === undefined ? {} : { shard }),
  };
  let after: Id | null = null;
  for (;;) {
    const some: Instance[] = await rows.find(
      { ...which, ...(after ? { _id: { $gt: after } } : {}) },
      { sort: { _id: 1 }, limit: AT_ONCE },
    );
    const last = some.at(-1);
    if (!last) return;
    after = last._id;
    yield some;
  }
}
