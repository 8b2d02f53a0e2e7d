import { type FlowDocument, nextNode } from '@inning/sdk';
import type { CatalogueItem } from '../api/flows.ts';

type Types = ReadonlyMap<string, Pick<CatalogueItem, 'kind' | 'outcomes'>>;

const FARTHEST = 50;

/**
 * The step that comes when a wait is over: waits have one usual way out, so what follows is known. Null
 * where it depends on a condition, or where the flow ends.
 */
export function nextAction(flow: FlowDocument, from: string, types: Types): string | null {
  let id: string | null = from;
  for (let step = 0; id !== null && step < FARTHEST; step += 1) {
    const type = types.get(flow.nodes[id]?.type ?? '');
    if (type === undefined || type.kind === 'condition') return null;
    if (type.kind === 'action' || type.kind === 'group') return id;
    const [usual] = Object.keys(type.outcomes);
    id = usual === undefined ? null : nextNode(flow, id, usual);
  }
  return null;
}
