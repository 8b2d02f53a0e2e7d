import type { CalendarDate, Clock, TaskKind } from '@inning/sdk';
import type { Filter, Id, Scope, Store } from '../../store/index.ts';
import { administrationIdsIn, isPausedOn, todaysOf } from '../administrations/index.ts';
import { type Debtor, debtors } from '../debtors/index.ts';
import { type Invoice, invoices } from '../invoices/index.ts';
import { findPage, type Page, type PageRequest } from '../routing/index.ts';
import { type Task, tasks } from './task.model.ts';

export type TaskQuery = {
  readonly administrationId?: Id;
  readonly debtorId?: Id;
  /** The list as it would be on that day; today without it. */
  readonly on?: CalendarDate;
  /** The list of one colleague. */
  readonly assigneeId?: Id;
  readonly state?: Task['state'];
  readonly kind?: TaskKind;
  readonly page?: PageRequest;
};
export type ListedTask = {
  readonly task: Task;
  readonly debtorName: string | null;
  /** Why it may have to wait: shown, never hidden. */
  readonly isDebtorPaused: boolean;
  readonly isDisputed: boolean;
};
type Deps = { readonly store: Store; readonly clock: Clock };

/** Tasks due on or before a day, the longest due first. Closed ones are listed whatever their day. */
export async function listTasks(
  deps: Deps,
  scope: Scope,
  query: TaskQuery = {},
): Promise<Page<ListedTask>> {
  const ids = await administrationIdsIn(deps.store, scope, query.administrationId);
  const days = await todaysOf(deps, ids);
  const latest = query.on ?? [...days.values()].toSorted().at(-1) ?? '';
  const order = { dueOn: (query.state ?? 'open') === 'open' ? 1 : -1 } as const;
  const rows = deps.store.table(tasks).in(scope);
  const filter = filterOf(query, { administrationIds: ids, latest });
  const page = await findPage(rows, filter, { order, page: query.page ?? {} });
  const dayOf = (task: Task) => query.on ?? days.get(task.administrationId.toHexString()) ?? latest;
  return { ...page, items: await describeTasks(deps.store, scope, { rows: page.items, dayOf }) };
}

function filterOf(
  query: TaskQuery,
  within: { readonly administrationIds: readonly Id[]; readonly latest: CalendarDate },
): Filter<Task> {
  const { debtorId, assigneeId, kind, state = 'open' } = query;
  const isWholeList = state === 'open' && !debtorId;
  return {
    ...(debtorId ? { debtorId } : { administrationId: { $in: [...within.administrationIds] } }),
    state,
    ...(isWholeList ? { dueOn: { $lte: within.latest } } : {}),
    ...(assigneeId ? { assigneeId } : {}),
    ...(kind ? { kind } : {}),
  };
}

/** Adds the debtor's name, and whether a pause or a dispute stands in the way on that day. */
export async function describeTasks(
  store: Store,
  scope: Scope,
  asked: { readonly rows: readonly Task[]; readonly dayOf: (task: Task) => CalendarDate },
): Promise<ListedTask[]> {
  const debtorIds = asked.rows.flatMap((task) => task.debtorId ?? []);
  const found: DebtorOfTask[] = await store
    .table(debtors)
    .in(scope)
    .find({ _id: { $in: debtorIds } }, { fields: ['name', 'pausedSince', 'pausedUntil'] });
  const byId = new Map(found.map((debtor) => [debtor._id.toHexString(), debtor]));
  const disputed = await disputedOf(store, scope, debtorIds);
  return asked.rows.map((task) => {
    const debtor = byId.get(task.debtorId?.toHexString() ?? '');
    return {
      task,
      debtorName: debtor?.name ?? null,
      isDebtorPaused: debtor ? isPausedOn(debtor, asked.dayOf(task)) : false,
      isDisputed: isDisputed(task, disputed),
    };
  });
}

type DebtorOfTask = Pick<Debtor, '_id' | 'name' | 'pausedSince' | 'pausedUntil'>;
type Disputed = { readonly invoices: Set<string>; readonly debtors: Set<string> };

async function disputedOf(store: Store, scope: Scope, debtorIds: readonly Id[]): Promise<Disputed> {
  const rows = await store
    .table(invoices)
    .in(scope)
    .find(
      {
        debtorId: { $in: [...debtorIds] },
        openCents: { $gt: 0 },
        disputedAt: { $type: 'date' },
      } as Filter<Invoice>,
      { fields: ['debtorId'] },
    );
  return {
    invoices: new Set(rows.map((row) => row._id.toHexString())),
    debtors: new Set(rows.map((row) => row.debtorId.toHexString())),
  };
}

/** A task about one invoice looks at that invoice, any other at all open invoices of the debtor. */
function isDisputed(task: Task, disputed: Disputed): boolean {
  if (task.invoiceId) return disputed.invoices.has(task.invoiceId.toHexString());
  return disputed.debtors.has(task.debtorId?.toHexString() ?? '');
}
