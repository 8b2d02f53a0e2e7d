import type { DatedStep, FlowDocument, Message, Problem } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Instant } from './shapes.ts';

export type DraftProblem = Omit<Problem, 'article' | 'path' | 'example' | 'fix'> & {
  readonly article: string | null;
  readonly path: readonly string[] | null;
  /** A way with days that shows what is wrong, to be played. */
  readonly example?: readonly DatedStep[] | null;
  readonly fix?: Message | null;
};
export type Draft = {
  readonly document: FlowDocument;
  /** Goes up with every save; given back when saving. */
  readonly revision: number;
  readonly publishedVersion: number;
  readonly savedBy: string | null;
  readonly savedAt: Instant | null;
  readonly problems: readonly DraftProblem[];
};
export type SavedDraft = Pick<Draft, 'revision' | 'problems'>;
export type FlowChangeRow = {
  readonly kind: string;
  readonly nodeId: string | null;
  readonly path: string | null;
  readonly sentence: Message;
};
export type VersionRow = {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: string | null;
  readonly runningCount: number;
  /** Set while it runs empty: nobody is moved to it any more. */
  readonly drainingSince: Instant | null;
};

/** Read once for drawing: from then on the drawing itself is what is true. */
export function useDraft(flowId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['drafts', flowId],
    queryFn: ({ signal }) => client.get<Draft>(`/api/flows/${flowId}/draft`, {}, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useVersions(flowId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-versions', flowId],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly VersionRow[] }>(`/api/flows/${flowId}/versions`, {}, signal),
    select: ({ items }) => items,
  });
}
