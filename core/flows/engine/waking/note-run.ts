import { administrations, isPausedOn } from '../../../domain/administrations/index.ts';
import { type Id, type Store, systemScope } from '../../../store/index.ts';
import { dayAt } from '../../../time/index.ts';
import { instances } from '../../instances/instance.model.ts';
import { ALL_SHARDS } from '../../instances/shard.model.ts';

/** A sign of life is written so often at most, however often the engine looks. */
const EVERY_MS = 60_000;

/**
 * Writes down for which administrations the engine did everything that was due at that instant, without
 * an error (FLOW-12). One that is paused was not run, nor one of which something is still to be done.
 */
export function createRunNote(store: Store) {
  const scope = systemScope('the engine looked at everything');
  const books = store.table(administrations).in(scope);
  const walking = store.table(instances).in(scope);

  return async (now: Date): Promise<void> => {
    const before = new Date(now.getTime() - EVERY_MS);
    const toNote = await books.find(
      { $or: [{ lastRunAt: null }, { lastRunAt: { $lte: before } }, { lastRunAt: { $gt: now } }] },
      { fields: ['timeZone', 'pausedSince', 'pausedUntil'] },
    );
    const running = toNote.filter((one) => !isPausedOn(one, dayAt(now, one.timeZone)));
    if (running.length === 0) return;
    const behind = await findBehind(now);
    const done = running.filter(({ _id }) => !behind.has(_id.toHexString()));
    await books.updateMany(
      { _id: { $in: done.map(({ _id }) => _id) } },
      { $set: { lastRunAt: now } },
    );
  };

  /** Administrations with something that is due still: another worker is at it, or it could not be moved. */
  async function findBehind(now: Date): Promise<ReadonlySet<string>> {
    const rows = await walking.aggregate<{ _id: Id }>([
      { $match: { isLive: true, shard: { $in: [...ALL_SHARDS] }, wakeAt: { $lte: now } } },
      { $group: { _id: '$administrationId' } },
    ]);
    return new Set(rows.map(({ _id }) => _id.toHexString()));
  }
}
