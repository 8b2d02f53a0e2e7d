import type { FlowDocument } from '@inning/sdk';
import type { Edge, Node } from '@xyflow/react';
import type { FlowChangeRow } from '../../api/drawing.ts';
import { type Reading, type StepData, toCanvas } from '../../flows/to-canvas.ts';
import { type Mark, markOf } from './ChangeMark.tsx';

export type DifferentStep = Node<StepData & { readonly mark: Mark | null }, 'step'>;
export type Compared = { readonly before: FlowDocument; readonly after: FlowDocument };

/** Both drawings in one: what is new, what went and what changed, each marked. */
export function toDifferences(
  compared: Compared,
  changes: readonly FlowChangeRow[],
  telling: { readonly reading: Reading; readonly say: (mark: Mark) => string },
): { nodes: DifferentStep[]; edges: Edge[] } {
  const { nodes, edges } = toCanvas(merged(compared), telling.reading);
  const marks = marksOf(changes);
  return {
    nodes: nodes.map((node) => ({
      ...node,
      data: { ...node.data, mark: marks.get(node.id) ?? null },
    })),
    // What went is drawn first, so that it runs behind the names of other lines.
    edges: edges
      .map((edge) => markedEdge(edge, compared, telling.say))
      .sort((a, b) => Number(hasGone(b)) - Number(hasGone(a))),
  };
}

const hasGone = ({ style }: Edge): boolean => style?.stroke === STROKES.removed;

/** One mark a step: that it came or went says more than what else is different about it. */
function marksOf(changes: readonly FlowChangeRow[]): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  const order: readonly Mark[] = ['rerouted', 'changed', 'removed', 'added'];
  for (const { nodeId, kind } of changes) {
    const mark = markOf(kind);
    const known = nodeId === null ? null : marks.get(nodeId);
    if (nodeId === null || (known && order.indexOf(known) > order.indexOf(mark))) continue;
    marks.set(nodeId, mark);
  }
  return marks;
}

/** The new drawing, with what went from the old one where it stood. */
function merged({ before, after }: Compared): FlowDocument {
  const gone = Object.entries(before.nodes).filter(([id]) => !Object.hasOwn(after.nodes, id));
  const nodes = { ...after.nodes };
  for (const [id, node] of gone) nodes[id] = besideOthers(node, Object.values(nodes));
  const known = new Set(after.edges.map(wayOf));
  return {
    ...after,
    nodes,
    edges: [...after.edges, ...before.edges.filter((edge) => !known.has(wayOf(edge)))],
  };
}

type FlowNode = FlowDocument['nodes'][string];
const WIDTH = 300;
const HEIGHT = 130;

/** Moved aside until no other card is under it. */
function besideOthers(node: FlowNode, others: readonly FlowNode[]): FlowNode {
  if (!node.position) return node;
  const { x, y } = node.position;
  const isFree = (left: number) =>
    others.every(
      ({ position }) =>
        !position || Math.abs(position.x - left) >= WIDTH || Math.abs(position.y - y) >= HEIGHT,
    );
  let left = x;
  while (!isFree(left)) left += WIDTH;
  return { ...node, position: { x: left, y } };
}

const wayOf = ({ from, outcome, to }: FlowDocument['edges'][number]) =>
  JSON.stringify([from, outcome, to]);

const STROKES = { added: '#1d6b40', removed: '#a8261c' } as const;

/**
 * A line that came or went; outcomes that lead the same way share a line. At a step that came or went itself
 * the card says so: names of such lines would only lie over those of others.
 */
function markedEdge(edge: Edge, { before, after }: Compared, say: (mark: Mark) => string): Edge {
  const waysIn = ({ edges }: FlowDocument) =>
    edges.filter(({ from, to }) => from === edge.source && to === edge.target).length;
  const [old, next] = [waysIn(before), waysIn(after)];
  const mark = old === 0 ? 'added' : next === 0 ? 'removed' : null;
  if (mark === null) return edge;
  const other = mark === 'added' ? before : after;
  const isSaid = [edge.source, edge.target].some((id) => !Object.hasOwn(other.nodes, id));
  const dash = mark === 'removed' ? { strokeDasharray: '6 4' } : {};
  const { label: name, ...line } = edge;
  const words = [isSaid && mark === 'removed' ? null : name, isSaid ? null : say(mark)];
  const label = words.filter(Boolean).join(' · ');
  const style = { stroke: STROKES[mark], strokeWidth: 2, ...dash };
  return { ...line, ...(label ? { label } : {}), style };
}
