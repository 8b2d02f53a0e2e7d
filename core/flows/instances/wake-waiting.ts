import type { Clock } from '@inning/sdk';
import { type Store, systemScope } from '../../store/index.ts';
import { instances } from './instance.model.ts';

/** Lets running instances look again at once. The revision goes up, so that a batch under way sees that something changed. */
export function createWakeWaiting({ store, clock }: { store: Store; clock: Clock }) {
  const rows = store.table(instances).in(systemScope('a plugin came back, or is gone'));
  return async (which: object): Promise<void> => {
    await rows.updateMany(
      { ...which, isLive: true, state: 'running' } as never,
      { $set: { wakeAt: clock.now() }, $inc: { revision: 1 } } as never,
    );
  };
}
