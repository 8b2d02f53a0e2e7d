import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { type FlowChangeRow, readDraft } from './drawing.ts';
import type { CalendarDate } from './shapes.ts';

/** Which step of the new version stands for a step of the old one; null leaves its cases there. */
export type NodeMap = Readonly<Record<string, string | null>>;
export type Between = { readonly from: number; readonly to: number };

export type MigrationProposal = {
  readonly map: NodeMap;
  /** Running cases at each step of the old version. */
  readonly running: Readonly<Record<string, number>>;
};
/** What a move would do to the cases at one step. */
export type PlannedNode = {
  readonly nodeId: string;
  readonly to: string | null;
  readonly count: number;
  readonly atOnce: number;
  readonly earlier: number;
  readonly later: number;
  readonly sameDay: number;
  readonly stays: number;
  readonly mostDaysEarlier: number;
  readonly mostDaysLater: number;
};
export type PlannedCase = {
  readonly instanceId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly nodeId: string;
  readonly fromOn: CalendarDate | null;
  readonly toOn: CalendarDate | null;
};
export type MigrationPlan = {
  readonly caseCount: number;
  readonly nodes: readonly PlannedNode[];
  readonly examples: readonly PlannedCase[];
};
export type MigrationResult = { readonly migrated: number; readonly stayed: number };

/** Asked anew each time: cases walk on meanwhile. */
export function useMigrationProposal(flowId: string, { from, to }: Between) {
  const client = useClient();
  return useQuery({
    queryKey: ['migration', flowId, from, to],
    queryFn: ({ signal }) =>
      client.get<MigrationProposal>(`/api/flows/${flowId}/migration`, { from, to }, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The draft as it is stored now, to look at. */
export function useDraftNow(flowId: string, isWanted = true) {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-versions', flowId, 'draft'],
    queryFn: ({ signal }) => readDraft(client, flowId, signal),
    enabled: isWanted,
    staleTime: 0,
  });
}

/** What differs between two versions; `to` null is the draft. */
export function useComparison(flowId: string, from: number, to: number | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-versions', flowId, 'differences', from, to],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly FlowChangeRow[] }>(
        `/api/flows/${flowId}/differences`,
        { from, to },
        signal,
      ),
    enabled: from > 0,
    staleTime: to === null ? 0 : 60_000,
    select: ({ items }) => items,
  });
}
