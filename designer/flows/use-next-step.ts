import { localize } from '@inning/sdk';
import { useCatalogue, useFlowVersion } from '../api/flows.ts';
import type { InstanceRow } from '../api/instances.ts';
import { useLocale } from '../ui/values/format.ts';
import { nextAction } from './next-action.ts';

/** What happens next to a running flow, by name; where it stands when that is still open. */
export function useNextStep({ flowId, flowVersion, nodeId, nodeLabel }: InstanceRow): string {
  const locale = useLocale();
  const document = useFlowVersion(flowId, flowVersion).data?.document;
  const types = useCatalogue().data;
  if (!document || !types) return nodeLabel;
  const id = nextAction(document, nodeId, types);
  const node = id === null ? undefined : document.nodes[id];
  const name = node && (node.label ?? types.get(node.type)?.title);
  return name ? localize(name, locale) : nodeLabel;
}
