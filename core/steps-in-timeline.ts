import type { Message } from '@inning/sdk';
import type { TimelineSource } from './domain/timeline/index.ts';
import { type Instance, instances, steps } from './flows/index.ts';
import type { Scope, Store } from './store/index.ts';

/** What flows did, for the timeline of a debtor; the room of the timeline knows no flows itself. */
export const stepsInTimeline = (store: Store): TimelineSource => ({
  async entries(scope, debtorId) {
    const walked = await store
      .table(instances)
      .in(scope)
      .find({ debtorId }, { fields: ['_id'], sort: { startedAt: -1 }, limit: 50 });
    const told = await Promise.all(walked.map((instance) => stepsOf(store, scope, instance)));
    return told.flat();
  },
});

/** Steps carry the id of their instance in their own, which is how they are found and ordered. */
async function stepsOf(store: Store, scope: Scope, { _id }: Pick<Instance, '_id'>) {
  const id = _id.toHexString();
  const range = { _id: { $gte: `${id}:`, $lt: `${id};` } };
  const rows = await store
    .table(steps)
    .in(scope)
    .find(range as never, { sort: { _id: 1 } });
  return rows.flatMap((row) => {
    if (!row.because) return [];
    return [
      {
        id: `step:${String(row._id)}`,
        source: 'step',
        at: row.at,
        said: row.because as Message,
        by: row.by ?? null,
        communicationId: row.communicationId?.toHexString() ?? null,
      },
    ];
  });
}
