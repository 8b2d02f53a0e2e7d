import type { Clock } from '@inning/sdk';
import type { EventPublisher } from '../../events/index.ts';
import type { Filter, Id, Scope, Store } from '../../store/index.ts';
import { administrationIdsIn } from '../administrations/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import { type Dispute, disputes } from './dispute.model.ts';
import { createOpenDispute } from './open-dispute.ts';
import { createSettleDispute } from './settle-dispute.ts';

export type DisputesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
};
export type DisputeQuery = {
  readonly administrationId?: Id;
  readonly debtorId?: Id;
  readonly isOpen?: boolean;
  readonly page?: PageRequest;
};
export type DisputeService = ReturnType<typeof createDisputeService>;

/** What debtors contest. Their invoices stay out of reminders until it is settled. */
export function createDisputeService(deps: DisputesDeps) {
  const { store } = deps;
  return {
    open: createOpenDispute(deps),
    settle: createSettleDispute(deps),
    async list(scope: Scope, query: DisputeQuery = {}) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const settledAt = query.isOpen ? null : { $type: 'date' as const };
      const filter: Filter<Dispute> = {
        ...(query.debtorId ? { debtorId: query.debtorId } : { administrationId: { $in: ids } }),
        ...(query.isOpen === undefined ? {} : { settledAt }),
      };
      const table = store.table(disputes).in(scope);
      return findPage(table, filter, { order: { openedAt: -1 }, page: query.page ?? {} });
    },
  };
}
