import { addDays } from '@inning/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { InstanceRow, InstanceState } from './instances.ts';
import { usePages } from './pages.ts';
import type { CalendarDate, Instant, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type StandingRow = {
  readonly nodeId: string;
  readonly state: InstanceState;
  readonly isGated: boolean;
  readonly count: number;
};
export type PassedRow = {
  readonly nodeId: string;
  readonly kind: string;
  readonly outcome: string;
  readonly count: number;
};
export type CaseRow = InstanceRow & {
  readonly passedOn: CalendarDate | null;
  /** What holds it back, when something does. */
  readonly gate: string | null;
};
export type CaseStep = {
  readonly id: string;
  readonly kind: 'done' | 'skipped' | 'parked' | 'held' | 'stuck' | 'ended' | 'intervened';
  readonly nodeId: string;
  readonly nodeLabel: string;
  readonly type: string;
  readonly outcome: string | null;
  readonly at: Instant;
  readonly on: CalendarDate;
  readonly because: Said | null;
  readonly by: string | null;
};
export type CaseFile = InstanceRow & { readonly path: readonly CaseStep[] };
export type Watched = { readonly flowId: string; readonly version: number };
export type CasesQuestion = {
  readonly nodeId?: string | undefined;
  readonly state?: string | undefined;
  /** Only those that something holds back, in whichever state. */
  readonly isHeld?: boolean | undefined;
  readonly outcome?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const rootOf = ({ flowId, version }: Watched) => `/api/flows/${flowId}/versions/${version}`;

/** How many stand where now; asked again, many events at a time, while cases move. */
export function useStanding(watched: Watched) {
  const client = useClient();
  return useQuery({
    queryKey: ['watching', 'standing', watched],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly StandingRow[] }>(`${rootOf(watched)}/standing`, {}, signal),
    enabled: watched.version > 0,
    select: ({ items }) => items,
  });
}

/** What passed from a day up to today. Days that are over never change: they are asked once. */
export function usePassed(watched: Watched, from: CalendarDate, today: CalendarDate) {
  const client = useClient();
  const ask = (period: { from: string; to: string }, signal: AbortSignal) =>
    client.get<{ items: readonly PassedRow[] }>(`${rootOf(watched)}/passed`, period, signal);
  const now = useQuery({
    queryKey: ['watching', 'passed', watched, today],
    queryFn: ({ signal }) => ask({ from: today, to: today }, signal),
    enabled: watched.version > 0,
  });
  const before = useQuery({
    queryKey: ['watched-before', watched, from, today],
    queryFn: ({ signal }) => ask({ from, to: dayBefore(today) }, signal),
    enabled: watched.version > 0 && from < today,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return [...(now.data?.items ?? []), ...(from < today ? (before.data?.items ?? []) : [])];
}

export function useCases(watched: Watched, question: CasesQuestion) {
  return usePages<CaseRow>({
    key: ['watching', 'cases'],
    path: `${rootOf(watched)}/cases`,
    query: { ...question },
  });
}

export function useCase(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['watching', 'case', id],
    queryFn: ({ signal }) => client.get<CaseFile>(`/api/instances/${id}`, {}, signal),
  });
}

export function useMoveOn(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (way: { outcome: string; reason: string }) =>
      client.send('POST', `/api/instances/${id}/move-on`, way),
    touches: [['watching'], ['instances'], ['debtors'], ['overview']],
    done,
  });
}

function dayBefore(day: CalendarDate): CalendarDate {
  return addDays(day, -1);
}
