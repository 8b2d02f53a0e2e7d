import type { CalendarDate, Clock } from '@inning/sdk';
import {
  type Administration,
  administrations,
  type LastRun,
  lastRunOf,
} from '../domain/administrations/index.ts';
import { communications } from '../domain/communications/index.ts';
import { creditors } from '../domain/creditors/index.ts';
import { dayAt } from '../time/index.ts';
import { createWithoutFlowCount } from './count-without-flow.ts';
import { invoices } from '../domain/invoices/index.ts';
import { tasks } from '../domain/tasks/index.ts';
import { instances } from '../flows/index.ts';
import { HOME_TIME_ZONE } from '../home.ts';
import type { Id, Scope, Store } from '../store/index.ts';

/** The numbers of one administration for the start page. */
export type AdministrationNumbers = LastRun & {
  readonly administration: Administration;
  readonly creditorName: string;
  readonly openCents: number;
  readonly openCount: number;
  readonly overdueCents: number;
  readonly overdueCount: number;
  readonly tasksDueCount: number;
  readonly sentTodayCount: number;
  readonly ambiguousCount: number;
  readonly waitingCount: number;
  readonly stuckCount: number;
  /** Debtors who owe and whom no flow treats (FLOW-11). */
  readonly withoutFlowCount: number;
};
export type Overview = {
  readonly today: CalendarDate;
  readonly numbers: readonly AdministrationNumbers[];
};

/** Answers at a glance: what is the matter, what goes by itself, what is expected of me. */
// oxlint-disable-next-line max-lines-per-function -- a factory; each of its functions stands alone
export function createOverview({ store, clock }: { store: Store; clock: Clock }) {
  const countWithoutFlow = createWithoutFlowCount(store);
  return async (scope: Scope): Promise<Overview> => {
    const books = await store
      .table(administrations)
      .in(scope)
      .find({}, { sort: { name: 1 } });
    const now = clock.now();
    const today = dayAt(now, books[0]?.timeZone ?? HOME_TIME_ZONE);
    const ids = books.map((one) => one._id);
    const [owners, open, due, letters, walking, unfollowed] = await Promise.all([
      store
        .table(creditors)
        .in(scope)
        .find({}, { fields: ['name'] }),
      openPerAdministration(scope, ids, today),
      tasksDue(scope, ids, today),
      lettersPerAdministration(scope, ids, today),
      instancesPerAdministration(scope, ids),
      countWithoutFlow(scope, books),
    ]);
    const nameOf = new Map(owners.map((one) => [String(one._id), one.name]));
    const numbers = books.map((administration) => {
      const key = String(administration._id);
      return {
        administration,
        creditorName: nameOf.get(String(administration.creditorId)) ?? '–',
        ...lastRunOf(administration, now),
        ...(open.get(key) ?? NOTHING_OPEN),
        tasksDueCount: due.get(key)?.count ?? 0,
        ...(letters.get(key) ?? NO_LETTERS),
        ...(walking.get(key) ?? NOBODY_WALKS),
        withoutFlowCount: unfollowed.get(key) ?? 0,
      };
    });
    return { today, numbers: numbers.toSorted(longestAgoFirst) };
  };

  type Open = typeof NOTHING_OPEN;
  async function openPerAdministration(scope: Scope, ids: Id[], today: CalendarDate) {
    const isOverdue = { $lt: ['$dueOn', today] };
    return byAdministration<Open>(
      await store
        .table(invoices)
        .in(scope)
        .aggregate([
          { $match: { administrationId: { $in: ids }, openCents: { $gt: 0 } } },
          {
            $group: {
              _id: '$administrationId',
              openCents: { $sum: '$openCents' },
              openCount: { $sum: 1 },
              overdueCents: { $sum: { $cond: [isOverdue, '$openCents', 0] } },
              overdueCount: { $sum: { $cond: [isOverdue, 1, 0] } },
            },
          },
        ]),
    );
  }

  async function tasksDue(scope: Scope, ids: Id[], today: CalendarDate) {
    const due = { administrationId: { $in: ids }, state: 'open', dueOn: { $lte: today } };
    return byAdministration<{ count: number }>(
      await store
        .table(tasks)
        .in(scope)
        .aggregate([{ $match: due }, { $group: { _id: '$administrationId', count: { $sum: 1 } } }]),
    );
  }

  type Letters = typeof NO_LETTERS;
  async function lettersPerAdministration(scope: Scope, ids: Id[], today: CalendarDate) {
    const counts = (state: object) => ({ $sum: { $cond: [state, 1, 0] } });
    return byAdministration<Letters>(
      await store
        .table(communications)
        .in(scope)
        .aggregate([
          {
            $match: {
              administrationId: { $in: ids },
              $or: [{ sentOn: today }, { state: 'ambiguous' }],
            },
          },
          {
            $group: {
              _id: '$administrationId',
              sentTodayCount: counts({ $eq: ['$sentOn', today] }),
              ambiguousCount: counts({ $eq: ['$state', 'ambiguous'] }),
            },
          },
        ]),
    );
  }

  type Walking = typeof NOBODY_WALKS;
  async function instancesPerAdministration(scope: Scope, ids: Id[]) {
    const counts = (states: readonly string[]) => ({
      $sum: { $cond: [{ $in: ['$state', states] }, 1, 0] },
    });
    return byAdministration<Walking>(
      await store
        .table(instances)
        .in(scope)
        .aggregate([
          {
            $match: {
              administrationId: { $in: ids },
              state: { $in: ['running', 'held', 'stuck'] },
            },
          },
          {
            $group: {
              _id: '$administrationId',
              waitingCount: counts(['running', 'held']),
              stuckCount: counts(['stuck']),
            },
          },
        ]),
    );
  }
}

/** What never ran comes before everything else. */
const longestAgoFirst = (a: AdministrationNumbers, b: AdministrationNumbers): number =>
  ranAt(a) - ranAt(b);
const ranAt = ({ administration }: AdministrationNumbers): number =>
  administration.lastRunAt?.getTime() ?? 0;

const NOTHING_OPEN = { openCents: 0, openCount: 0, overdueCents: 0, overdueCount: 0 };
const NO_LETTERS = { sentTodayCount: 0, ambiguousCount: 0 };
const NOBODY_WALKS = { waitingCount: 0, stuckCount: 0 };

function byAdministration<T>(rows: readonly unknown[]): Map<string, T> {
  return new Map(
    (rows as readonly (T & { _id: Id })[]).map(({ _id, ...counts }) => [
      _id.toHexString(),
      counts as T,
    ]),
  );
}
