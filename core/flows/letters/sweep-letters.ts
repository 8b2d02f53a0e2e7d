import { message } from '@inning/sdk';
import { type Communication, communications } from '../../domain/communications/index.ts';
import { type Store, systemScope } from '../../store/index.ts';
import { instances } from '../instances/instance.model.ts';

export type SweepDeps = {
  readonly store: Store;
  readonly markAmbiguous: (rows: readonly Communication[]) => Promise<void>;
};

/** Younger ones may still be under way in a worker that lives. */
const LEFT_BEHIND_MS = 10 * 60_000;
const AT_ONCE = 500;

/**
 * Settles letters that a worker left on the way when it died and that their instance has no use for
 * any more, since it went on (paid, stopped). Those still wanted are taken up by the instance itself.
 */
export function createLetterSweep({ store, markAmbiguous }: SweepDeps) {
  const scope = systemScope('letters of many administrations may be left behind');
  const rows = store.table(communications).in(scope);
  const instanceRows = store.table(instances).in(scope);

  return async (now: Date): Promise<number> => {
    const left = await rows.find(
      {
        state: { $in: ['reserved', 'sending'] },
        reservedAt: { $lte: new Date(now.getTime() - LEFT_BEHIND_MS) },
      },
      { sort: { reservedAt: 1 }, limit: AT_ONCE },
    );
    const ids = left.flatMap((one) => (one.instanceId ? [one.instanceId] : []));
    const walking = await instanceRows.find({ _id: { $in: ids } }, { fields: ['visit', 'isLive'] });
    const byId = new Map(walking.map((one) => [String(one._id), one]));
    const unwanted = left.filter((letter) => {
      const instance = byId.get(String(letter.instanceId));
      return !instance?.isLive || instance.visit !== visitOf(letter.key);
    });
    const reserved = unwanted.filter((one) => one.state === 'reserved').map((one) => one._id);
    await rows.updateMany(
      { _id: { $in: reserved }, state: 'reserved' },
      { $set: { state: 'withdrawn', because: message('letter.withdrawn') } },
    );
    await markAmbiguous(unwanted.filter((one) => one.state === 'sending'));
    return unwanted.length;
  };
}

/** The visit in a key such as `<instance>:7`, `<instance>:7.1` or `<instance>:7~2`. */
function visitOf(key: string): number {
  return Number.parseInt(key.split(':')[1] ?? '', 10);
}
