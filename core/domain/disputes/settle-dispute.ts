import type { ClientSession } from 'mongoose';
import type { Id, Scope } from '../../store/index.ts';
import { placeOf } from '../routing/index.ts';
import { type Dispute, disputes } from './dispute.model.ts';
import type { DisputesDeps } from './disputes.deps.ts';
import { DisputeNotFoundError, DisputeSettledError } from './disputes.errors.ts';
import { createMarkDisputed } from './mark-disputed.ts';
import { disputeTaskKey } from './open-dispute.ts';

export type Settling = {
  readonly outcome: NonNullable<Dispute['outcome']>;
  readonly note: string | null;
  readonly by: string;
};

/** Frees the invoices that no other open dispute holds. Throws `DisputeSettledError`. */
export function createSettleDispute(deps: DisputesDeps) {
  const { store, clock, events, tasks } = deps;
  const table = (scope: Scope) => store.table(disputes).in(scope);
  const markDisputed = createMarkDisputed(deps);

  async function freedBy(scope: Scope, session: ClientSession, row: Dispute): Promise<Id[]> {
    const filter = { debtorId: row.debtorId, settledAt: null, _id: { $ne: row._id } };
    const others = await table(scope).find(filter, { session });
    const held = new Set(others.flatMap((one) => one.invoiceIds.map(String)));
    return row.invoiceIds.filter((one) => !held.has(String(one)));
  }

  return async (scope: Scope, id: Id, settling: Settling): Promise<Dispute> =>
    store.transaction(async (session) => {
      const row = await table(scope).byId(id, { session });
      if (!row) throw new DisputeNotFoundError(id.toHexString());
      if (row.settledAt) throw new DisputeSettledError(id.toHexString());
      const { outcome, note, by } = settling;
      const set = { settledAt: clock.now(), settledBy: by, outcome, note };
      const settled = await table(scope).change({ _id: id }, { $set: set }, { session });
      const ids = await freedBy(scope, session, row);
      const mark = { ids, disputedAt: null, status: 'dispute-settled', by, reason: note } as const;
      await markDisputed(scope, session, mark);
      const { administrationId } = row;
      await tasks.withdraw(scope, session, { administrationId, keys: [disputeTaskKey(id)] });
      const data = { disputeId: id.toHexString(), debtorId: row.debtorId.toHexString() };
      await events.publish(session, { name: 'dispute.settled', place: placeOf(row), data });
      return settled ?? row;
    });
}
