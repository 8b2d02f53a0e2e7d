import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { touches } from './bank.ts';
import { useClient } from './client-context.tsx';
import type { Instant } from './shapes.ts';

/** A large statement that was accepted and comes in part by part. */
export type Arrival = {
  readonly id: string;
  readonly number: string;
  readonly fileName: string | null;
  readonly stage: 'storing' | 'matching' | 'done';
  readonly lineCount: number;
  readonly storedCount: number;
  readonly newCount: number;
  readonly decidedCount: number;
  readonly matchedCount: number;
  readonly plausibleCount: number;
  readonly unmatchedCount: number;
  readonly startedAt: Instant;
  readonly doneAt: Instant | null;
};

const ASK_EVERY_MS = 2_000;

/** Large statements of the last day; asked again and again while one of them is coming in. */
export function useArrivals(administrationId: string) {
  const client = useClient();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['bank', 'arrivals', administrationId],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly Arrival[] }>(
        '/api/bank-statements/arrivals',
        { administrationId },
        signal,
      ),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.items) ? ASK_EVERY_MS : false),
    staleTime: 0,
  });
  const arrivals = query.data?.items ?? [];
  const doneCount = arrivals.filter((one) => one.stage === 'done').length;
  // What was matched by itself is seen elsewhere too.
  useEffect(() => {
    if (doneCount === 0) return;
    for (const queryKey of touches.filter(([root]) => root !== 'bank')) {
      void queries.invalidateQueries({ queryKey });
    }
  }, [queries, doneCount]);
  return arrivals;
}

const isUnderWay = (arrivals: readonly Arrival[] = []): boolean =>
  arrivals.some((one) => one.stage !== 'done');
