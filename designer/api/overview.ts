import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Instant, Pause } from './shapes.ts';

/** Late: the flows should have got through it, and did not. */
export type RunState = 'on-time' | 'late' | 'paused';

/** The numbers of one administration for the start page. */
export type AdministrationNumbers = Pause & {
  readonly id: string;
  readonly name: string;
  readonly creditorName: string;
  readonly openCents: Cents;
  readonly openCount: number;
  readonly overdueCents: Cents;
  readonly overdueCount: number;
  readonly tasksDueCount: number;
  readonly sentTodayCount: number;
  readonly ambiguousCount: number;
  readonly waitingCount: number;
  readonly stuckCount: number;
  readonly withoutFlowCount: number;
  readonly testMode: boolean;
  readonly lastRunAt: Instant | null;
  readonly runState: RunState;
  /** Since the flows last got through it; null when they never did. */
  readonly sinceRunMinutes: number | null;
  readonly bankFeedAt: Instant | null;
};
/** How long ago the flows ran in an administration. */
export type LastRun = Pick<AdministrationNumbers, 'lastRunAt' | 'runState' | 'sinceRunMinutes'>;
export type Overview = {
  readonly today: CalendarDate;
  readonly administrations: readonly AdministrationNumbers[];
};

const MINUTE_MS = 60_000;

export function useOverview() {
  const client = useClient();
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => client.get<Overview>('/api/overview', {}, signal),
    // "5 minutes ago" grows older while somebody looks at it.
    refetchInterval: MINUTE_MS,
  });
}
