import type { CalendarDate } from '@inning/sdk';
import { type Administration, administrations } from '../../../domain/administrations/index.ts';
import { type Debtor, debtors } from '../../../domain/debtors/index.ts';
import { findPage, type PageRequest } from '../../../domain/routing/index.ts';
import type { Id, Scope } from '../../../store/index.ts';
import { applyMove } from '../../engine/moves/index.ts';
import { type Instance, instances } from '../../instances/instance.model.ts';
import { type CaseToday, type DayGroup, weightiest } from './day-groups.ts';
import {
  createDayBeginnings,
  createDayTrial,
  type DayDeps,
  type DayMove,
  type RestOfDay,
  restOfDay,
} from './rest-of-day.ts';

export type DebtorToday = {
  readonly debtor: Debtor;
  readonly group: DayGroup;
  readonly cases: readonly CaseToday[];
};
export type TodayPage = {
  readonly on: CalendarDate;
  /** All debtors of the administration; a page looks at some of them. */
  readonly debtorCount: number;
  readonly lookedAt: number;
  readonly items: readonly DebtorToday[];
  readonly nextCursor: string | null;
};
export type TodayQuestion = {
  readonly administrationId: Id;
  /** Left out, the cases of every flow. */
  readonly flowId?: Id | undefined;
  readonly page: PageRequest;
};

/**
 * What would happen today, some debtors at a time, also to those who only wait. Nothing is stored or
 * sent, and no page knows of another: the next one begins behind the number of the last debtor.
 */
export function createDebtorsToday(deps: DayDeps) {
  const tryDay = createDayTrial(deps);
  const beginning = createDayBeginnings(deps);

  /** Null when the reader has no such administration. */
  return async (scope: Scope, question: TodayQuestion): Promise<TodayPage | null> => {
    const { administrationId, flowId, page } = question;
    const { store, clock } = deps;
    const administration = await store.table(administrations).in(scope).byId(administrationId);
    if (!administration) return null;
    const people = store.table(debtors).in(scope);
    const day = restOfDay(administration, clock.now());
    const [found, debtorCount] = await Promise.all([
      findPage<Debtor>(people, { administrationId }, { order: { number: 1 }, page }),
      people.count({ administrationId }),
    ]);
    const cases = await casesOf(scope, administration, { day, some: found.items });
    const byDebtor = Map.groupBy(cases, ({ instance }) => String(instance.debtorId));
    const items = found.items.flatMap((debtor): DebtorToday[] => {
      const its = (byDebtor.get(String(debtor._id)) ?? []).filter(
        ({ instance }) => flowId === undefined || instance.flowId.equals(flowId),
      );
      const group = weightiest(its);
      return group ? [{ debtor, group, cases: its }] : [];
    });
    const { nextCursor } = found;
    return { on: day.on, debtorCount, lookedAt: found.items.length, items, nextCursor };
  };

  async function casesOf(
    scope: Scope,
    administration: Administration,
    { day, some }: { readonly day: RestOfDay; readonly some: readonly Debtor[] },
  ): Promise<CaseToday[]> {
    const debtorIds = some.map(({ _id }) => _id);
    const live = await deps.store
      .table(instances)
      .in(scope)
      .find({
        administrationId: administration._id,
        isLive: true,
        debtorId: { $in: debtorIds },
      });
    const begun = await beginning(scope, administration, { ...day, debtorIds });
    const isDue = ({ state, wakeAt }: Instance) =>
      state === 'running' && wakeAt !== null && wakeAt <= day.until;
    const moves = await tryDay(scope, [...live, ...begun].filter(isDue), day);
    return afterTheDay(live, moves);
  }
}

/** Every case with what happened to it; one that a switch of flows began is a new one. */
function afterTheDay(live: readonly Instance[], moves: readonly DayMove[]): CaseToday[] {
  const cases = new Map<string, CaseToday>(
    live.map((instance) => [
      String(instance._id),
      { instance, isNew: false, steps: [], overdueCents: null },
    ]),
  );
  for (const { move } of moves) {
    const key = String(move.instance._id);
    const before = cases.get(key);
    cases.set(key, {
      instance: applyMove(move),
      isNew: before?.isNew ?? true,
      steps: [...(before?.steps ?? []), ...move.steps],
      overdueCents: move.claim?.overdueCents ?? before?.overdueCents ?? null,
    });
  }
  return [...cases.values()];
}
