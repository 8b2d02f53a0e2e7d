import { type FlowDocument, MOST_EDGES, MOST_NODES, MOST_NOTES } from '@inning/sdk';
import type { Command, Position } from '../command.ts';
import { cornerOf, type Fragment } from '../fragment.ts';
import { freeNodeId } from '../node-id.ts';
import { noteKey, thingsIn, withNotes } from '../things.ts';
import { freeNoteId } from './notes.ts';

/** The keys that what is in a fragment would get in a flow with these. */
export function newIdsFor(
  fragment: Fragment,
  taken: Iterable<string>,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  const name = (key: string, otherwise: () => string) => {
    const free = used.has(key) ? otherwise() : key;
    used.add(free);
    names.set(key, free);
  };
  for (const [id, { type }] of Object.entries(fragment.nodes)) {
    name(id, () => freeNodeId(type, (one) => used.has(one)));
  }
  for (const id of Object.keys(fragment.notes)) {
    name(noteKey(id), () => noteKey(freeNoteId((one) => used.has(noteKey(one)))));
  }
  return names;
}

/** Puts a fragment into the flow with its corner at that place; null when the flow would be too large. */
export function paste(fragment: Fragment, at: Position, label = 'paste'): Command {
  const corner = cornerOf(fragment);
  const moved = ({ x, y }: Position) => ({
    x: Math.round(x - corner.x + at.x),
    y: Math.round(y - corner.y + at.y),
  });
  return {
    label,
    params: { count: Object.keys(fragment.nodes).length },
    apply(flow) {
      const names = newIdsFor(fragment, thingsIn(flow));
      const nameOf = (key: string) => names.get(key) ?? key;
      const nodes = Object.entries(fragment.nodes).map(([id, node]) => {
        const position = moved(node.position ?? corner);
        return [nameOf(id), { ...structuredClone(node), position }] as const;
      });
      const notes = Object.entries(fragment.notes).map(([id, note]) => {
        const name = nameOf(noteKey(id)).slice(noteKey('').length);
        return [name, { ...note, position: moved(note.position) }] as const;
      });
      const edges = fragment.edges.map(({ from, outcome, to }) => ({
        from: nameOf(from),
        outcome,
        to: nameOf(to),
      }));
      const next = {
        ...flow,
        nodes: { ...flow.nodes, ...Object.fromEntries(nodes) },
        edges: [...flow.edges, ...edges],
      };
      const all = withNotes(next, { ...flow.notes, ...Object.fromEntries(notes) });
      return isTooLarge(all) ? null : all;
    },
  };
}

const isTooLarge = ({ nodes, edges, notes }: FlowDocument): boolean =>
  Object.keys(nodes).length > MOST_NODES ||
  edges.length > MOST_EDGES ||
  Object.keys(notes ?? {}).length > MOST_NOTES;
