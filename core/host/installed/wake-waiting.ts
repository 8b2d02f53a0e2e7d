import type { Clock } from '@inning/sdk';
import { instances } from '../../flows/index.ts';
import { type Store, systemScope } from '../../store/index.ts';

/** Lets running instances look again at once. */
export type WakeWaiting = (which: object) => Promise<void>;

/** The revision goes up, so that a batch under way sees that something changed. */
export function createWakeWaiting({ store, clock }: { store: Store; clock: Clock }): WakeWaiting {
  const rows = store.table(instances).in(systemScope('a plugin came back, or is gone'));
  return async (which) => {
    await rows.updateMany(
      { ...which, isLive: true, state: 'running' } as never,
      { $set: { wakeAt: clock.now() }, $inc: { revision: 1 } } as never,
    );
  };
}
