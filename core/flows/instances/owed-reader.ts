import type { CalendarDate } from '@inning/sdk';
import type { Debtor } from '../../domain/debtors/index.ts';
import { type Invoice, invoices } from '../../domain/invoices/index.ts';
import type { Scope, Store } from '../../store/index.ts';
import { instances, type Instance } from './instance.model.ts';

/** A flow per invoice leaves several behind. */
const MOST_ENDED = 200;

/** What a debtor owes too late, and what was written about it before. */
export function createOwedReader(store: Store) {
  return {
    overdue(scope: Scope, debtor: Debtor, today: CalendarDate): Promise<Invoice[]> {
      const overdue = { debtorId: debtor._id, openCents: { $gt: 0 }, dueOn: { $lt: today } };
      return store
        .table(invoices)
        .in(scope)
        .find(overdue, { fields: ['_id', 'dueOn'] });
    },

    /** What was stopped or came to its end after a letter about what is still owed, the newest first. */
    async endedAbout(
      scope: Scope,
      debtor: Debtor,
      overdue: readonly Invoice[],
    ): Promise<Instance[]> {
      const [oldest] = overdue.map(({ dueOn }) => dueOn).toSorted();
      if (!oldest) return [];
      return store
        .table(instances)
        .in(scope)
        .find(
          {
            debtorId: debtor._id,
            isLive: false,
            endedAs: { $in: ['stopped', 'finished'] },
            lastLetterOn: { $gte: oldest },
          },
          { sort: { endedAt: -1 }, limit: MOST_ENDED },
        );
    },
  };
}
