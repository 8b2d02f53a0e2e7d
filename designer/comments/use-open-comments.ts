import { useMemo } from 'react';
import { type FlowComment, useFlowComments } from '../api/flow-comments.ts';

/** What is said of each step and not settled yet, in numbers. */
export function useOpenComments(flowId: string): ReadonlyMap<string, number> {
  const { data } = useFlowComments(flowId);
  return useMemo(() => countOpen(data ?? []), [data]);
}

function countOpen(comments: readonly FlowComment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { nodeId, resolvedAt } of comments) {
    if (nodeId !== null && resolvedAt === null) counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
  }
  return counts;
}
