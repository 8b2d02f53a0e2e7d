import type { Command, Position } from '../command.ts';
import { withPositions } from './move-nodes.ts';

export type Alignment = 'left' | 'center' | 'top' | 'middle';
export type Box = Position & { readonly width: number; readonly height: number };
type Boxes = ReadonlyMap<string, Box>;

/** Lines nodes up along the first of them. */
export function alignNodes(boxes: Boxes, alignment: Alignment): Command {
  const [first] = boxes.values();
  const aligned = new Map(
    [...boxes].map(([id, { x, y, width, height }]): [string, Position] => {
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

/** Leaves the outermost where they are and the same room between all of them. */
export function distributeNodes(boxes: Boxes, along: 'x' | 'y'): Command {
  const length = along === 'x' ? 'width' : 'height';
  const inOrder = [...boxes].sort(([, a], [, b]) => a[along] - b[along]);
  const [first, last] = [inOrder[0]?.[1], inOrder.at(-1)?.[1]];
  const places = new Map<string, Position>();
  if (first && last && inOrder.length > 2) {
    const filled = inOrder.reduce((sum, [, box]) => sum + box[length], 0);
    const room = (last[along] + last[length] - first[along] - filled) / (inOrder.length - 1);
    let next = first[along];
    for (const [id, box] of inOrder) {
      places.set(id, { x: box.x, y: box.y, [along]: next });
      next += box[length] + room;
    }
  }
  return { label: 'distribute', apply: (flow) => withPositions(flow, places) };
}
