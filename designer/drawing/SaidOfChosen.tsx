import { localize } from '@inning/sdk';
import { useFlowComments } from '../api/flow-comments.ts';
import { CommentThread } from '../comments/CommentThread.tsx';
import { useLocale } from '../ui/values/format.ts';
import { stepName } from './names.ts';
import type { Drawing } from './use-drawing.ts';

type SaidOfChosenProps = { readonly flowId: string; readonly drawing: Drawing };

/** What people say of the step that is chosen, else of the flow. */
export function SaidOfChosen({ flowId, drawing }: SaidOfChosenProps) {
  const locale = useLocale();
  const { flow, types, selected } = drawing;
  const [only] = selected.length === 1 ? selected : [];
  const nodeId = only !== undefined && Object.hasOwn(flow.nodes, only) ? only : null;
  const about =
    nodeId === null ? localize(flow.name, locale) : stepName(flow, nodeId, { types, locale });
  return <CommentThread flowId={flowId} nodeId={nodeId} about={about} />;
}

/** Everything said of the flow and its steps that is not settled yet. */
export const useOpenCount = (flowId: string): number =>
  (useFlowComments(flowId).data ?? []).filter(({ resolvedAt }) => resolvedAt === null).length;
