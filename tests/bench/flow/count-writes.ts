import { communications } from '../../../core/domain/communications/index.ts';
import { tasks } from '../../../core/domain/tasks/index.ts';
import { outbox } from '../../../core/events/index.ts';
import { instances, moves } from '../../../core/flows/index.ts';
import { type Store, systemScope } from '../../../core/store/index.ts';

/** What a walk wrote, by kind of write. Counted from what is there, not from what was asked for. */
export type Written = {
  readonly ended: number;
  readonly steps: number;
  readonly moves: number;
  readonly instances: number;
  readonly instanceUpdates: number;
  readonly communications: number;
  readonly tasks: number;
  readonly events: number;
  readonly invoiceUpdates: number;
  readonly total: number;
};

export async function countWrites(store: Store): Promise<Written> {
  const scope = systemScope('a benchmark counts');
  const table = store.table(instances).in(scope);
  const [moved] = await table.aggregate<{ updates: number; steps: number }>([
    { $group: { _id: null, updates: { $sum: '$revision' }, steps: { $sum: '$stepCount' } } },
  ]);
  const counted = {
    ended: await table.count({ state: 'ended' }),
    steps: moved?.steps ?? 0,
    moves: await store.table(moves).in(scope).count(),
    instances: await table.count(),
    instanceUpdates: moved?.updates ?? 0,
    communications: await store.table(communications).in(scope).count(),
    tasks: await store.table(tasks).in(scope).count(),
    events: await store.table(outbox).in(scope).count(),
    // Announced and claimable, in the flow with a letter.
    invoiceUpdates: 2 * (await table.count({ state: 'ended', lastStage: 1 })),
  };
  // A letter is written when it is reserved, kept as sent, and confirmed; an event when it is passed on.
  const letters = 3 * counted.communications;
  const inserts = counted.moves + counted.instances + counted.tasks + 2 * counted.events;
  const total = inserts + letters + counted.instanceUpdates + counted.invoiceUpdates;
  return { ...counted, total };
}
