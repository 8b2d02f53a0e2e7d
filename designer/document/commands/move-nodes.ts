import type { FlowDocument, FlowNode, FlowNote } from '@inning/sdk';
import type { Command, Position } from '../command.ts';
import { isThere, noteIdOf, positionOf, withNotes } from '../things.ts';

/** Places nodes and notes elsewhere. With a mark, many small moves in a row are one entry. */
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

export function withPositions(
  flow: FlowDocument,
  places: ReadonlyMap<string, Position>,
): FlowDocument | null {
  const nodes = { ...flow.nodes };
  const notes = { ...flow.notes };
  let hasMoved = false;
  for (const [key, place] of places) {
    if (!isThere(flow, key) || !Number.isFinite(place.x) || !Number.isFinite(place.y)) return null;
    const position = { x: Math.round(place.x), y: Math.round(place.y) };
    if (isSame(positionOf(flow, key), position)) continue;
    hasMoved = true;
    const noteId = noteIdOf(key);
    if (noteId === null) nodes[key] = { ...(nodes[key] as FlowNode), position };
    else notes[noteId] = { ...(notes[noteId] as FlowNote), position };
  }
  return hasMoved ? withNotes({ ...flow, nodes }, notes) : flow;
}

const isSame = (a: Position | undefined, b: Position): boolean => a?.x === b.x && a.y === b.y;
