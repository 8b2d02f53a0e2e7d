import type { Id, Scope, Store } from '../../store/index.ts';
import { DebtorNotFoundError, debtors } from '../debtors/index.ts';
import {
  decodeCursor,
  encodeCursor,
  type Page,
  pageLimit,
  type PageRequest,
} from '../routing/index.ts';
import { toldByFlags } from './sources/told-by-flags.ts';
import { toldByInvoices } from './sources/told-by-invoices.ts';
import { toldByLedger } from './sources/told-by-ledger.ts';
import { toldByLetters } from './sources/told-by-letters.ts';
import { toldByDisputes, toldByRecords, toldByTasks } from './sources/told-by-people.ts';
import type { TimelineEntry, TimelineSource } from './timeline-entry.ts';

export type TimelineDeps = {
  readonly store: Store;
  /** What others have to tell, such as the steps of flows. */
  readonly sources?: readonly TimelineSource[];
};
export type TimelineService = ReturnType<typeof createTimelineService>;

/** What happened to a debtor, in words, newest first. A view: it is built when it is asked for. */
export function createTimelineService({ store, sources = [] }: TimelineDeps) {
  const own = [
    toldByInvoices,
    toldByLedger,
    toldByLetters,
    toldByTasks,
    toldByDisputes,
    toldByRecords,
    toldByFlags,
  ].map((source) => source(store));

  return {
    /** Throws `DebtorNotFoundError`. */
    async of(scope: Scope, debtorId: Id, page: PageRequest = {}): Promise<Page<TimelineEntry>> {
      const debtor = await store
        .table(debtors)
        .in(scope)
        .byId(debtorId, { fields: ['_id'] });
      if (!debtor) throw new DebtorNotFoundError(debtorId.toHexString());
      const told = await Promise.all(
        [...own, ...sources].map((source) => source.entries(scope, debtorId)),
      );
      return pageOf(told.flat().toSorted(newestFirst), page);
    },
  };
}

/** Of what happened at one moment the order is that of the ids, so that pages never overlap. */
function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  const apart = b.at.getTime() - a.at.getTime();
  if (apart !== 0) return apart;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function pageOf(sorted: readonly TimelineEntry[], page: PageRequest): Page<TimelineEntry> {
  const limit = pageLimit(page);
  const from = page.cursor ? firstAfter(sorted, page.cursor) : 0;
  const items = sorted.slice(from, from + limit);
  const last = items.at(-1);
  const hasMore = last !== undefined && from + limit < sorted.length;
  return { items, nextCursor: hasMore ? encodeCursor([last.at, last.id]) : null };
}

function firstAfter(sorted: readonly TimelineEntry[], cursor: string): number {
  const [at, id] = decodeCursor(cursor, 2);
  const seen = { at, id } as TimelineEntry;
  const found = sorted.findIndex((one) => newestFirst(seen, one) < 0);
  return found === -1 ? sorted.length : found;
}
