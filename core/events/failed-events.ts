import { type Id, type Store, systemScope } from '../store/index.ts';
import { outbox, type OutboxRow } from './outbox.model.ts';

/** Events that a listener kept failing at: to look at, and to pass on again once it is repaired. */
export type FailedEvents = {
  list(limit?: number): Promise<OutboxRow[]>;
  count(): Promise<number>;
  /** How many events wait and how many failed, by the name of the queue. */
  depths(): Promise<Readonly<Record<string, number>>>;
  /** Lets the listeners that failed try again from the start; the others do not hear it twice. */
  retry(id: Id): Promise<boolean>;
};

export function createFailedEvents(deps: { store: Store }): FailedEvents {
  const rows = deps.store.table(outbox).in(systemScope('the operator looks after failed events'));
  const isFailed = { failedAt: { $type: 'date' } } as object;
  return {
    list: (limit = 100) => rows.find(isFailed, { sort: { failedAt: -1 }, limit }),
    count: () => rows.count(isFailed),
    async depths() {
      const [waiting, failed] = await Promise.all([
        rows.count({ isWaiting: true }),
        rows.count(isFailed),
      ]);
      return { 'events-waiting': waiting, 'events-failed': failed };
    },
    async retry(id) {
      const row = await rows.findOne({ ...isFailed, _id: id });
      if (!row) return false;
      const waitingFor = [
        ...new Set([...(row.waitingFor ?? []), ...row.failures.map(({ listener }) => listener)]),
      ];
      const set = { isWaiting: true, waitingFor, attempts: 0, nextAttemptAt: null, failedAt: null };
      return rows.updateOne({ ...isFailed, _id: id }, { $set: set });
    },
  };
}
