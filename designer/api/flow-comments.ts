import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type FlowComment = {
  readonly id: string;
  /** Null: about the flow as a whole. */
  readonly nodeId: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
  readonly resolvedAt: Instant | null;
  readonly resolvedBy: string | null;
  /** Of the agency itself; creditors do not see it. */
  readonly isInternal: boolean;
};

/** Colleagues talk while they look at the same flow: the live line tells when something was said. */
export function useFlowComments(flowId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-comments', flowId],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly FlowComment[] }>(`/api/flows/${flowId}/comments`, {}, signal),
    select: ({ items }) => items,
  });
}

export function useAddComment(flowId: string) {
  const client = useClient();
  return useChange({
    run: (said: Pick<FlowComment, 'nodeId' | 'text'>) =>
      client.send<FlowComment>('POST', `/api/flows/${flowId}/comments`, said),
    touches: [['flow-comments', flowId]],
  });
}

export function useSettleComment(flowId: string) {
  const client = useClient();
  return useChange({
    run: ({ id, act }: { id: string; act: 'resolve' | 'reopen' }) =>
      client.send('POST', `/api/flow-comments/${id}/${act}`),
    touches: [['flow-comments', flowId]],
  });
}
