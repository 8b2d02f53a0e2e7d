import { addCents, ZERO_CENTS } from '@inning/sdk';
import type { AdministrationNumbers } from '../api/overview.ts';

export type Totals = Pick<
  AdministrationNumbers,
  | 'openCents'
  | 'openCount'
  | 'overdueCents'
  | 'overdueCount'
  | 'tasksDueCount'
  | 'sentTodayCount'
  | 'ambiguousCount'
  | 'waitingCount'
  | 'stuckCount'
>;

const NOTHING: Totals = {
  openCents: ZERO_CENTS,
  openCount: 0,
  overdueCents: ZERO_CENTS,
  overdueCount: 0,
  tasksDueCount: 0,
  sentTodayCount: 0,
  ambiguousCount: 0,
  waitingCount: 0,
  stuckCount: 0,
};

/** The numbers of all administrations together. */
export function sumNumbers(rows: readonly AdministrationNumbers[]): Totals {
  return rows.reduce<Totals>(
    (sum, one) => ({
      openCents: addCents(sum.openCents, one.openCents),
      openCount: sum.openCount + one.openCount,
      overdueCents: addCents(sum.overdueCents, one.overdueCents),
      overdueCount: sum.overdueCount + one.overdueCount,
      tasksDueCount: sum.tasksDueCount + one.tasksDueCount,
      sentTodayCount: sum.sentTodayCount + one.sentTodayCount,
      ambiguousCount: sum.ambiguousCount + one.ambiguousCount,
      waitingCount: sum.waitingCount + one.waitingCount,
      stuckCount: sum.stuckCount + one.stuckCount,
    }),
    NOTHING,
  );
}
