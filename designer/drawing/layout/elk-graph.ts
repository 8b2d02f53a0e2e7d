import type { FlowDocument } from '@inning/sdk';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { placeNodes } from '../../flows/place-nodes.ts';
import type { Box, Position } from '../../document/index.ts';

export type LayOutDeps = {
  readonly boxes: ReadonlyMap<string, Pick<Box, 'width' | 'height'>>;
  /** The ways out of a step, the usual one first. */
  readonly outcomesOf: (nodeId: string) => readonly string[];
};

const CARD = { width: 248, height: 120 };
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.spacing.nodeNode': '60',
  'elk.layered.spacing.nodeNodeBetweenLayers': '70',
  'elk.separateConnectedComponents': 'false',
};

/** The flow as the layout engine wants it: the usual way is asked to be straight. */
export function toElkGraph(flow: FlowDocument, { boxes, outcomesOf }: LayOutDeps): ElkNode {
  const spine = usualWay(flow, outcomesOf);
  const ways = new Map<string, { from: string; to: string; isUsual: boolean }>();
  for (const { from, to, outcome } of flow.edges) {
    if (!Object.hasOwn(flow.nodes, from) || !Object.hasOwn(flow.nodes, to) || from === to) continue;
    const isOnSpine = spine.has(from) && spine.has(to);
    const isUsual = isOnSpine && outcomesOf(from).indexOf(outcome) <= 0;
    const key = `${from} ${to}`;
    ways.set(key, { from, to, isUsual: isUsual || (ways.get(key)?.isUsual ?? false) });
  }
  const ids = Object.keys(flow.nodes);
  // The usual way comes first, so that what branches off stands to the right of it.
  const inOrder = [...ids.filter((id) => spine.has(id)), ...ids.filter((id) => !spine.has(id))];
  return {
    id: 'flow',
    layoutOptions: OPTIONS,
    children: inOrder.map((id) => ({ id, ...(boxes.get(id) ?? CARD) })),
    edges: [...ways].map(([id, { from, to, isUsual }]) => ({
      id,
      sources: [from],
      targets: [to],
      layoutOptions: {
        'elk.layered.priority.straightness': isUsual ? '100' : '0',
        'elk.layered.priority.shortness': isUsual ? '10' : '0',
        'elk.layered.priority.direction': isUsual ? '10' : '0',
      },
    })),
  };
}

function usualWay(flow: FlowDocument, outcomesOf: LayOutDeps['outcomesOf']): ReadonlySet<string> {
  const cells = [...placeNodes(flow, outcomesOf)];
  return new Set(cells.filter(([, { column }]) => column === 0).map(([id]) => id));
}

/** Where the engine put the steps, from the left upper corner on. */
export function placesIn({ children = [] }: ElkNode): Map<string, Position> {
  return new Map(
    children.map(({ id, x = 0, y = 0 }) => [id, { x: Math.round(x), y: Math.round(y) }]),
  );
}
