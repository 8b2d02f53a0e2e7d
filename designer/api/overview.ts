import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Instant, Pause } from './shapes.ts';

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
  readonly testMode: boolean;
  readonly lastRunAt: Instant | null;
  readonly bankFeedAt: Instant | null;
};
export type Overview = {
  readonly today: CalendarDate;
  readonly administrations: readonly AdministrationNumbers[];
};

export function useOverview() {
  const client = useClient();
  return useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => client.get<Overview>('/api/overview', {}, signal),
  });
}
