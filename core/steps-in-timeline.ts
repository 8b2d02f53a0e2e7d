import type { TimelineSource } from './domain/timeline/index.ts';
import { type Instance, instances, moves, movesOf, stepsOf } from './flows/index.ts';
import type { Scope, Store } from './store/index.ts';

/** What flows did, for the timeline of a debtor; the room of the timeline knows no flows itself. */
export const stepsInTimeline = (store: Store): TimelineSource => ({
  async entries(scope, debtorId) {
    const walked = await store
      .table(instances)
      .in(scope)
      .find({ debtorId }, { fields: ['_id'], sort: { startedAt: -1 }, limit: 50 });
    const told = await Promise.all(walked.map((instance) => linesOf(store, scope, instance)));
    return told.flat();
  },
});

async function linesOf(store: Store, scope: Scope, { _id }: Pick<Instance, '_id'>) {
  const rows = await store
    .table(moves)
    .in(scope)
    .find(movesOf(_id) as never, { sort: { _id: 1 } });
  return stepsOf(rows).flatMap((row) => {
    if (!row.because) return [];
    return [
      {
        id: `step:${row._id}`,
        source: 'step',
        at: row.at,
        said: row.because,
        by: row.by ?? null,
        communicationId: row.communicationId?.toHexString() ?? null,
      },
    ];
  });
}
