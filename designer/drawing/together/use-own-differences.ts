import { diffFlows, type FlowDocument, localize, sayFlowChange } from '@inning/sdk';
import { useMemo } from 'react';
import type { FlowChangeRow } from '../../api/drawing.ts';
import { useCatalogue } from '../../api/flows.ts';
import { useLocale } from '../../ui/values/format.ts';
import { useStepNames } from '../../versions/use-step-names.ts';

/** The differences between two drawings that the server has not both seen. */
export function useOwnDifferences(before: FlowDocument, after: FlowDocument): FlowChangeRow[] {
  const locale = useLocale();
  const types = useCatalogue().data;
  const nameOf = useStepNames();
  return useMemo(() => {
    const holding = (id: string) => (Object.hasOwn(after.nodes, id) ? after : before);
    const names = {
      node: (id: string) => nameOf(holding(id), id),
      outcome(id: string, outcome: string) {
        const type = types?.get(holding(id).nodes[id]?.type ?? '');
        const label = type?.outcomes[outcome];
        return label ? localize(label, locale) : outcome;
      },
    };
    return diffFlows(before, after).map((one) => ({
      kind: one.kind,
      nodeId: one.nodeId,
      path: one.path,
      sentence: sayFlowChange(one, names),
    }));
  }, [before, after, types, nameOf, locale]);
}
