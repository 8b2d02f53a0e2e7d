import { Position, type XYPosition } from '@xyflow/react';

export type Sides = { readonly source: Position; readonly target: Position };

/** Steps that stand this close to each other count as under or beside each other. */
const SAME = 60;

/** At which sides of two cards a line leaves and arrives: the usual way straight, exceptions sideways. */
export function edgeSides(from: XYPosition, to: XYPosition): Sides {
  const right = to.x - from.x;
  const down = to.y - from.y;
  if (down <= 0 && Math.abs(right) < SAME) {
    return { source: Position.Right, target: Position.Right };
  }
  if (Math.abs(right) < SAME) return { source: Position.Bottom, target: Position.Top };
  if (right > 0 && Math.abs(down) < SAME) return { source: Position.Right, target: Position.Left };
  if (right > 0) return { source: Position.Right, target: Position.Top };
  if (Math.abs(down) < SAME) return { source: Position.Left, target: Position.Right };
  return { source: Position.Bottom, target: Position.Right };
}
