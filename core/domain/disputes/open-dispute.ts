import { type CalendarDate, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import { type Id, newId, type Scope } from '../../store/index.ts';
import { todayOf } from '../administrations/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { type Invoice, InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { placeOf } from '../routing/index.ts';
import type { AutomaticTask } from '../tasks/index.ts';
import { type Dispute, disputes } from './dispute.model.ts';
import type { DisputesDeps } from './disputes.deps.ts';
import { createMarkDisputed } from './mark-disputed.ts';
import { disputeTexts } from './texts.ts';

export type NewDispute = {
  readonly debtorId: Id;
  readonly invoiceIds: readonly Id[];
  readonly reason: string;
  readonly by: string;
};

/** Marks the invoices, makes a task and announces it. Throws when an invoice is not the debtor's. */
export function createOpenDispute(deps: DisputesDeps) {
  const { store, clock, events, tasks } = deps;
  const markDisputed = createMarkDisputed(deps);

  async function ownInvoices(
    scope: Scope,
    session: ClientSession,
    { invoiceIds, debtorId }: NewDispute,
  ): Promise<Invoice[]> {
    const found = await store
      .table(invoices)
      .in(scope)
      .find({ _id: { $in: [...invoiceIds] }, debtorId }, { session });
    const known = new Set(found.map((invoice) => invoice._id.toHexString()));
    const missing = invoiceIds.find((id) => !known.has(id.toHexString()));
    if (missing) throw new InvoiceNotFoundError(missing.toHexString());
    return found;
  }

  return async (scope: Scope, news: NewDispute): Promise<Dispute> => {
    const debtor = await store.table(debtors).in(scope).byId(news.debtorId);
    if (!debtor) throw new DebtorNotFoundError(news.debtorId.toHexString());
    const dueOn = await todayOf(deps, debtor.administrationId);
    const { reason, by } = news;
    const opened = { _id: newId(), ...placeOf(debtor), debtorId: debtor._id, reason };
    return store.transaction(async (session) => {
      const contested = await ownInvoices(scope, session, news);
      const ids = contested.map((invoice) => invoice._id);
      const now = clock.now();
      const row = await store
        .table(disputes)
        .in(scope)
        .insert({ ...opened, invoiceIds: ids, openedAt: now, openedBy: by }, { session });
      const mark = { ids, disputedAt: now, status: 'disputed', by, reason } as const;
      await markDisputed(scope, session, mark);
      await tasks.ensure(scope, session, [settlingTask(row, contested, dueOn)]);
      const data = { disputeId: row._id.toHexString(), debtorId: debtor._id.toHexString() };
      await events.publish(session, { name: 'dispute.opened', place: placeOf(debtor), data });
      return row;
    });
  };
}

export const disputeTaskKey = (id: Id): string => `dispute:${id.toHexString()}`;

function settlingTask(
  dispute: Dispute,
  contested: readonly Invoice[],
  dueOn: CalendarDate,
): AutomaticTask {
  const numbers = contested.map((invoice) => invoice.number).join(', ');
  const because = message('disputes.to-settle', { numbers, reason: dispute.reason });
  return {
    ...placeOf(dispute),
    key: disputeTaskKey(dispute._id),
    kind: 'dispute',
    title: sayMessage(disputeTexts, because, 'nl').slice(0, 300),
    because,
    dueOn,
    debtorId: dispute.debtorId,
  };
}
