import type { CalendarDate, Cents, Clock } from '@inning/sdk';
import type { Filter, Id, Scope, Store } from '../../store/index.ts';
import {
  administrationIdsIn,
  administrations,
  isPausedOn,
  todaysOf,
} from '../administrations/index.ts';
import { cursorOf, type Page, pageLimit, type PageRequest, rowsAfter } from '../routing/index.ts';
import { type Debtor, debtors } from './debtor.model.ts';
import { searchFilter } from './search-words.ts';
import { chosenFlows, type FindIdleFlows, withoutFlow } from './without-flow.ts';

/** What a debtor owes on a day. */
export type OpenTotals = {
  readonly openCents: Cents;
  readonly principalCents: Cents;
  readonly costsCents: Cents;
  readonly interestCents: Cents;
  readonly overdueCents: Cents;
  readonly invoiceCount: number;
  readonly oldestDueOn: CalendarDate;
};
export type ReadOpenTotals = (
  scope: Scope,
  asked: { readonly debtorIds: readonly Id[]; readonly today: CalendarDate },
) => Promise<Map<string, OpenTotals>>;

export const DEBTOR_STATES = ['open', 'overdue', 'paused', 'no-flow', 'all'] as const;
export type DebtorQuery = {
  readonly administrationId?: Id;
  readonly search?: string;
  readonly state?: (typeof DEBTOR_STATES)[number];
  readonly page?: PageRequest;
};
export type ListedDebtor = {
  readonly debtor: Debtor;
  readonly totals: OpenTotals | null;
  readonly isPaused: boolean;
};
export type ListingDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly openTotals: ReadOpenTotals;
  readonly idleFlows: FindIdleFlows;
};

const ORDER = { name: 1, _id: 1 } as const;
const CHUNK = 500;
/** A page looks at so many chunks at most; it then ends early and the next page goes on from there. */
const MOST_CHUNKS = 40;

/**
 * Debtors by name. Whether something is open is not stored, so the list reads debtors in order and keeps
 * those for whom it holds.
 */
export async function listDebtors(
  deps: ListingDeps,
  scope: Scope,
  query: DebtorQuery,
): Promise<Page<ListedDebtor>> {
  const where = await whereOf(deps, scope, query);
  const limit = pageLimit(query.page ?? {});
  const { kept, cursor } = await keepUntil(deps, scope, { ...where, query, limit });
  const items = kept.slice(0, limit);
  const last = items.at(-1);
  const hasMore = kept.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? cursorOf(ORDER, last.debtor) : cursor };
}

type Where = { readonly filter: object; readonly days: Map<string, CalendarDate> };

/** Reads on until there is one more than a page holds, or there are no more, or it takes too long. */
async function keepUntil(
  deps: ListingDeps,
  scope: Scope,
  { filter, days, query, limit }: Where & { readonly query: DebtorQuery; readonly limit: number },
): Promise<{ kept: ListedDebtor[]; cursor: string | null }> {
  const state = query.state ?? 'all';
  const chunk = state === 'all' ? limit + 1 : CHUNK;
  const kept: ListedDebtor[] = [];
  let cursor = query.page?.cursor ?? null;
  for (let round = 0; round < MOST_CHUNKS && kept.length <= limit; round += 1) {
    const after = cursor ? rowsAfter(ORDER, cursor) : {};
    const rows: Debtor[] = await deps.store
      .table(debtors)
      .in(scope)
      .find({ $and: [filter, after] } as Filter<Debtor>, { sort: ORDER, limit: chunk });
    const described = await describeDebtors(deps, scope, { rows, days });
    kept.push(...described.filter((one) => isWanted(one, state)));
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return { kept, cursor: null };
    cursor = cursorOf(ORDER, last);
  }
  return { kept, cursor };
}

async function whereOf(deps: ListingDeps, scope: Scope, query: DebtorQuery) {
  const administrationIds = await administrationIdsIn(deps.store, scope, query.administrationId);
  const filter = {
    administrationId: { $in: administrationIds },
    ...(query.search ? searchFilter(query.search) : {}),
    ...(query.state === 'paused' ? { pausedSince: { $type: 'date' } } : {}),
    ...(query.state === 'no-flow' ? await unfollowed(deps, scope, administrationIds) : {}),
  };
  return { filter, days: await todaysOf(deps, administrationIds) };
}

const NOBODY = { _id: { $in: [] } };

async function unfollowed({ store, idleFlows }: ListingDeps, scope: Scope, ids: readonly Id[]) {
  const books = await store
    .table(administrations)
    .in(scope)
    .find({ _id: { $in: [...ids] } }, { fields: ['flowChoice'] });
  // Beside the words that are searched for, which may be an `$or` too.
  const filter = withoutFlow(books, await idleFlows(scope, chosenFlows(books)));
  return filter ? { $and: [filter] } : NOBODY;
}

/** Adds what is owed and whether the debtor is paused, on the day it is in its administration. */
export async function describeDebtors(
  deps: ListingDeps,
  scope: Scope,
  asked: { readonly rows: readonly Debtor[]; readonly days: Map<string, CalendarDate> },
): Promise<ListedDebtor[]> {
  const dayOf = (debtor: Debtor) => asked.days.get(debtor.administrationId.toHexString()) ?? '';
  const totals = new Map<string, OpenTotals>();
  for (const [today, rows] of Map.groupBy(asked.rows, dayOf)) {
    const debtorIds = rows.map((debtor) => debtor._id);
    for (const [id, one] of await deps.openTotals(scope, { debtorIds, today })) totals.set(id, one);
  }
  return asked.rows.map((debtor) => ({
    debtor,
    totals: totals.get(debtor._id.toHexString()) ?? null,
    isPaused: isPausedOn(debtor, dayOf(debtor)),
  }));
}

function isWanted(one: ListedDebtor, state: (typeof DEBTOR_STATES)[number]): boolean {
  if (state === 'all') return true;
  if (state === 'paused') return one.isPaused;
  if (state === 'open' || state === 'no-flow') return one.totals !== null;
  return (one.totals?.overdueCents ?? 0) > 0;
}
