import { type Clock, message, sayMessage } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { EventPublisher } from '../../events/index.ts';
import { type Filter, type Id, newId, type Scope, type Store } from '../../store/index.ts';
import { administrationIdsIn, todayOf } from '../administrations/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import { type Invoice, InvoiceNotFoundError, invoices } from '../invoices/index.ts';
import { findPage, type PageRequest, placeOf } from '../routing/index.ts';
import type { AutomaticTasks } from '../tasks/index.ts';
import { type Dispute, disputes } from './dispute.model.ts';
import { DisputeNotFoundError, DisputeSettledError } from './disputes.errors.ts';
import { disputeTexts } from './texts.ts';

export type DisputesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventPublisher;
  readonly tasks: AutomaticTasks;
};
export type NewDispute = {
  readonly debtorId: Id;
  readonly invoiceIds: readonly Id[];
  readonly reason: string;
  readonly by: string;
};
export type Settling = {
  readonly outcome: NonNullable<Dispute['outcome']>;
  readonly note: string | null;
  readonly by: string;
};
export type DisputeQuery = {
  readonly administrationId?: Id;
  readonly debtorId?: Id;
  readonly isOpen?: boolean;
  readonly page?: PageRequest;
};
export type DisputeService = ReturnType<typeof createDisputeService>;
type Mark = { readonly status: string; readonly by: string; readonly reason: string | null };

/** What debtors contest. Their invoices stay out of reminders until it is settled. */
export function createDisputeService(deps: DisputesDeps) {
  const { store, clock, events, tasks } = deps;
  const table = (scope: Scope) => store.table(disputes).in(scope);

  /** Marks the invoices, makes a task and announces it. Throws when an invoice is not the debtor's. */
  async function open(scope: Scope, news: NewDispute): Promise<Dispute> {
    const debtor = await store.table(debtors).in(scope).byId(news.debtorId);
    if (!debtor) throw new DebtorNotFoundError(news.debtorId.toHexString());
    const dueOn = await todayOf(deps, debtor.administrationId);
    const place = placeOf(debtor);
    const _id = newId();
    return store.transaction(async (session) => {
      const contested = await ownInvoices(scope, session, news);
      const row = await table(scope).insert(
        {
          _id,
          ...place,
          debtorId: debtor._id,
          invoiceIds: contested.map((invoice) => invoice._id),
          reason: news.reason,
          openedAt: clock.now(),
          openedBy: news.by,
        },
        { session },
      );
      const mark = { status: 'disputed', by: news.by, reason: news.reason };
      await markInvoices(scope, session, { ids: row.invoiceIds, disputedAt: clock.now(), mark });
      const numbers = contested.map((invoice) => invoice.number).join(', ');
      const because = message('disputes.to-settle', { numbers, reason: news.reason });
      const title = sayMessage(disputeTexts, because, 'nl').slice(0, 300);
      const task = { kind: 'dispute', title, because, dueOn, debtorId: debtor._id } as const;
      await tasks.ensure(scope, session, [{ ...place, ...task, key: taskKey(_id) }]);
      const data = { disputeId: _id.toHexString(), debtorId: debtor._id.toHexString() };
      await events.publish(session, { name: 'dispute.opened', place, data });
      return row;
    });
  }

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

  async function markInvoices(
    scope: Scope,
    session: ClientSession,
    marking: { ids: readonly Id[]; disputedAt: Date | null; mark: Mark },
  ): Promise<void> {
    const at = clock.now();
    const line = { at, ...marking.mark };
    const set = { disputedAt: marking.disputedAt, updatedAt: at };
    const filter = { _id: { $in: [...marking.ids] } };
    const update = { $set: set, $push: { history: line } } as never;
    await store.table(invoices).in(scope).updateMany(filter, update, { session });
  }

  /** Frees the invoices that no other open dispute holds. Throws `DisputeSettledError`. */
  async function settle(scope: Scope, id: Id, settling: Settling): Promise<Dispute> {
    return store.transaction(async (session) => {
      const row = await table(scope).byId(id, { session });
      if (!row) throw new DisputeNotFoundError(id.toHexString());
      if (row.settledAt) throw new DisputeSettledError(id.toHexString());
      const { outcome, note, by } = settling;
      const set = { settledAt: clock.now(), settledBy: by, outcome, note };
      const settled = await table(scope).change({ _id: id }, { $set: set }, { session });
      const others = await table(scope).find(
        { debtorId: row.debtorId, settledAt: null, _id: { $ne: id } },
        { session },
      );
      const held = new Set(others.flatMap((one) => one.invoiceIds.map(String)));
      const ids = row.invoiceIds.filter((one) => !held.has(String(one)));
      const mark = { status: 'dispute-settled', by, reason: note };
      await markInvoices(scope, session, { ids, disputedAt: null, mark });
      const gone = { administrationId: row.administrationId, keys: [taskKey(id)] };
      await tasks.withdraw(scope, session, gone);
      const data = { disputeId: id.toHexString(), debtorId: row.debtorId.toHexString() };
      await events.publish(session, { name: 'dispute.settled', place: placeOf(row), data });
      return settled ?? row;
    });
  }

  return {
    open,
    settle,
    async list(scope: Scope, query: DisputeQuery = {}) {
      const ids = await administrationIdsIn(store, scope, query.administrationId);
      const filter: Filter<Dispute> = {
        ...(query.debtorId ? { debtorId: query.debtorId } : { administrationId: { $in: ids } }),
        ...(query.isOpen === undefined
          ? {}
          : { settledAt: query.isOpen ? null : { $type: 'date' as const } }),
      };
      return findPage(table(scope), filter, { order: { openedAt: -1 }, page: query.page ?? {} });
    },
  };
}

const taskKey = (id: Id) => `dispute:${id.toHexString()}`;
