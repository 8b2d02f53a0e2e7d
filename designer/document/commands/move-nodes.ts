import type { FlowDocument } from '@inning/sdk';
import type { Command, Position } from '../command.ts';

/** Places nodes elsewhere. With a mark, the many small moves of one drag are one entry. */
export function moveNodes(places: ReadonlyMap<string, Position>, mark?: string): Command {
  return {
    label: 'move',
    params: { count: places.size },
    ...(mark === undefined ? {} : { mark }),
    apply: (flow) => withPositions(flow, places),
  };
}

/** Places all of them by the automatic layout. */
export const arrange = (places: ReadonlyMap<string, Position>): Command => ({
  label: 'arrange',
  apply: (flow) => withPositions(flow, places),
});

export type Alignment = 'left' | 'center' | 'top' | 'middle';

/** Lines nodes up along the first of them. */
export function alignNodes(
  places: ReadonlyMap<string, Position & { readonly width: number; readonly height: number }>,
  alignment: Alignment,
): Command {
  const [first] = places.values();
  const aligned = new Map(
    [...places].map(([id, { x, y, width, height }]): [string, Position] => {
      if (!first) return [id, { x, y }];
      switch (alignment) {
        case 'left':
          return [id, { x: first.x, y }];
        case 'center':
          return [id, { x: first.x + (first.width - width) / 2, y }];
        case 'top':
          return [id, { x, y: first.y }];
        case 'middle':
          return [id, { x, y: first.y + (first.height - height) / 2 }];
      }
    }),
  );
  return { label: 'align', apply: (flow) => withPositions(flow, aligned) };
}

function withPositions(
  flow: FlowDocument,
  places: ReadonlyMap<string, Position>,
): FlowDocument | null {
  const nodes = { ...flow.nodes };
  let hasMoved = false;
  for (const [id, { x, y }] of places) {
    const node = Object.hasOwn(flow.nodes, id) ? flow.nodes[id] : undefined;
    if (!node || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    const position = { x: Math.round(x), y: Math.round(y) };
    if (node.position?.x === position.x && node.position.y === position.y) continue;
    nodes[id] = { ...node, position };
    hasMoved = true;
  }
  return hasMoved ? { ...flow, nodes } : flow;
}
