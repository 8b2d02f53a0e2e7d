import { type NodeHandle, Position, type Viewport } from '@xyflow/react';
import type { DrawnNode } from './DrawnCard.tsx';
import type { DrawnThing } from './to-drawn.ts';

/** From so many things on, only what is seen is drawn. */
export const MANY = 80;
const CARD = { width: 248, height: 112 };
const DOT = 12;

/**
 * What a large flow is shown with before it is measured: with a size and dots that are guessed, only the
 * cards that are seen are drawn at all. A card that comes into sight is measured then.
 */
export function guessed(nodes: readonly DrawnThing[]): DrawnThing[] {
  if (nodes.length <= MANY) return [...nodes];
  return nodes.map((node) =>
    node.type === 'drawn' && !node.measured
      ? {
          ...node,
          initialWidth: CARD.width,
          initialHeight: CARD.height,
          handles: dotsOf(node.data.outcomes),
        }
      : node,
  );
}

/** Once something was measured, the guess is of no use any more. */
export function withoutGuess(node: DrawnThing): DrawnThing {
  if (!node.measured || !node.handles) return node;
  const { handles: _, ...measured } = node;
  return measured as DrawnThing;
}

function dotsOf(outcomes: DrawnNode['data']['outcomes']): NodeHandle[] {
  const size = { width: DOT, height: DOT };
  const arrives: NodeHandle = {
    ...size,
    type: 'target',
    position: Position.Top,
    x: (CARD.width - DOT) / 2,
    y: -DOT / 2,
  };
  const leaves = outcomes.map(({ id }, index): NodeHandle => ({
    ...size,
    id,
    type: 'source',
    position: Position.Bottom,
    x: ((index + 0.5) * CARD.width) / outcomes.length - DOT / 2,
    y: CARD.height - DOT / 2,
  }));
  return [arrives, ...leaves];
}

const READABLE = 0.8;
const MARGIN = 60;

/**
 * A large flow opens at its beginning, large enough to read, and an empty one stays where it is when the
 * first step comes; null: all of it is fitted onto the canvas.
 */
export function firstViewport(nodes: readonly DrawnThing[]): Viewport | null {
  if (nodes.length === 0) return { x: 2 * MARGIN, y: MARGIN, zoom: 1 };
  if (nodes.length <= MANY) return null;
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  return { x: MARGIN - left * READABLE, y: MARGIN - top * READABLE, zoom: READABLE };
}
