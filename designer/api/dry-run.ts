import { useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Said } from './shapes.ts';

/** What a day brings, the weightiest first; a debtor stands under the first that one of the cases brings. */
export const DAY_GROUPS = ['stuck', 'sends', 'starts', 'held', 'ends', 'moves', 'waits'] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];

export type StepToday = {
  readonly nodeLabel: string;
  readonly event: 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended';
  readonly outcomeLabel: string | null;
  readonly because: Said | null;
  readonly isLetter: boolean;
};
export type CaseToday = {
  readonly flowId: string;
  readonly flowName: string;
  readonly isNew: boolean;
  /** At the end of the day, as is `nodeLabel`. */
  readonly state: 'running' | 'held' | 'stuck' | 'ended';
  readonly nodeLabel: string;
  readonly steps: readonly StepToday[];
  readonly waiting: Said | null;
  readonly nextOn: CalendarDate | null;
};
export type DebtorToday = {
  readonly debtorId: string;
  readonly debtorName: string;
  readonly debtorNumber: string;
  readonly group: DayGroup;
  /** Null when nothing looks at the debtor today. */
  readonly overdueCents: Cents | null;
  readonly cases: readonly CaseToday[];
};
type TodayPage = {
  readonly on: CalendarDate;
  readonly debtorCount: number;
  readonly lookedAt: number;
  readonly items: readonly DebtorToday[];
  readonly nextCursor: string | null;
};
/** What was read so far. */
export type Today = {
  readonly on: CalendarDate;
  readonly debtorCount: number;
  readonly lookedAt: number;
  readonly debtors: readonly DebtorToday[];
};

const AT_ONCE = 200;

/** What would happen today in an administration, some debtors at a time; nothing is stored or sent. */
export function useDebtorsToday(administrationId: string | null, flowId: string | null) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['dry-run', administrationId, flowId],
    queryFn: ({ pageParam, signal }) =>
      client.get<TodayPage>(
        '/api/dry-run',
        { administrationId, flowId, limit: AT_ONCE, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: ({ pages }): Today => ({
      on: pages[0]?.on ?? '',
      debtorCount: pages[0]?.debtorCount ?? 0,
      lookedAt: pages.reduce((sum, page) => sum + page.lookedAt, 0),
      debtors: pages.flatMap((page) => page.items),
    }),
    enabled: administrationId !== null,
    staleTime: 0,
    // Everybody is looked at anew only when somebody asks: that is many questions at once.
    refetchOnWindowFocus: false,
  });
}
