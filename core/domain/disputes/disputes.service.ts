import type { Filter, Id, Scope } from '../../store/index.ts';
import { administrationIdsIn } from '../administrations/index.ts';
import { findPage, type PageRequest } from '../routing/index.ts';
import { type Dispute, disputes } from './dispute.model.ts';
import type { DisputesDeps } from './disputes.deps.ts';
import { createOpenDispute } from './open-dispute.ts';
import { createSettleDispute } from './settle-dispute.ts';

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
