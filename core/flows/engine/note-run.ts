import { administrations } from '../../domain/administrations/index.ts';
import { type Store, systemScope } from '../../store/index.ts';

/** A sign of life is written so often at most, however often the engine looks. */
const EVERY_MS = 60_000;

/** Writes down that the engine looked through everything without an error (FLOW-12). */
export function createRunNote(store: Store) {
  const rows = store.table(administrations).in(systemScope('the engine looked at everything'));
  return async (now: Date): Promise<void> => {
    const before = new Date(now.getTime() - EVERY_MS);
    await rows.updateMany(
      { $or: [{ lastRunAt: null }, { lastRunAt: { $lte: before } }, { lastRunAt: { $gt: now } }] },
      { $set: { lastRunAt: now } },
    );
  };
}
