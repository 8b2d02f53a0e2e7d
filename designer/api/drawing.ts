import type { DatedStep, FlowDocument, Message, Problem } from '@inning/sdk';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from './client-context.tsx';
import type { Client } from './client.ts';
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
};
export type SavedDraft = Pick<Draft, 'revision'> & { readonly problems: readonly DraftProblem[] };
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

/** The draft as it is stored now; what is wrong with it takes the server longer to say. */
export const readDraft = (client: Client, flowId: string, signal?: AbortSignal) =>
  client.get<Draft>(`/api/flows/${flowId}/draft`, { problems: false }, signal);

const UNUSED_MS = 10_000;
const draftQuery = (client: Client, flowId: string) =>
  queryOptions({
    queryKey: ['drafts', flowId],
    queryFn: ({ signal }) => readDraft(client, flowId, signal),
    staleTime: Infinity,
    // Asked for early, and the screen never came: a later one asks anew.
    gcTime: UNUSED_MS,
  });

/** Asks for a draft that a screen will soon want. */
export function prefetchDraft(queries: QueryClient, client: Client, flowId: string): void {
  void queries.prefetchQuery(draftQuery(client, flowId));
}

/** Read once for drawing: from then on the drawing itself is what is true. */
export function useDraft(flowId: string) {
  const client = useClient();
  useForgetting(flowId);
  return useQuery(draftQuery(client, flowId));
}

/** What the server finds wrong with a stored draft; of no revision, with the one it finds. */
export function useDraftProblems(flowId: string, revision: number | null = null, isWanted = true) {
  const client = useClient();
  return useQuery({
    queryKey: ['draft-problems', flowId, revision],
    queryFn: ({ signal }) =>
      client.get<SavedDraft>(`/api/flows/${flowId}/draft/problems`, {}, signal),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Who opens it later reads it anew; the next screen may already have taken it over. */
function useForgetting(flowId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const which = { queryKey: ['drafts', flowId], exact: true, type: 'inactive' } as const;
    return () => void setTimeout(() => queries.removeQueries(which));
  }, [queries, flowId]);
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
