import type { FlowDocument, FlowEdge } from '@inning/sdk';
import type { Command } from '../command.ts';
import { isThere, noteIdOf, withNotes } from '../things.ts';

/**
 * Takes nodes and notes out. Where one way leads on from what is taken out, the lines that led into it are healed:
 * they lead on to where it led.
 */
export function removeNodes(ids: readonly string[]): Command {
  return {
    label: ids.length === 1 ? 'remove' : 'remove-many',
    params: { count: ids.length },
    apply(flow) {
      const keys = ids.filter((id) => isThere(flow, id));
      if (keys.length === 0) return null;
      const gone = new Set(keys.filter((key) => noteIdOf(key) === null));
      const goneNotes = new Set(keys.map(noteIdOf));
      const left = { ...flow, nodes: without(flow.nodes, gone), edges: healed(flow, gone) };
      return withNotes(left, without(flow.notes ?? {}, goneNotes));
    },
  };
}

const without = <T>(
  things: Readonly<Record<string, T>>,
  gone: ReadonlySet<string | null>,
): Record<string, T> => Object.fromEntries(Object.entries(things).filter(([id]) => !gone.has(id)));

function healed(flow: FlowDocument, gone: ReadonlySet<string>): FlowEdge[] {
  return flow.edges.flatMap((edge) => {
    if (gone.has(edge.from)) return [];
    if (!gone.has(edge.to)) return [edge];
    const to = onlyWayOn(flow, gone, edge.to);
    return to === null || to === edge.from ? [] : [{ ...edge, to }];
  });
}

/** Where everything that enters `from` comes out of what is taken away, when that is one place. */
function onlyWayOn(flow: FlowDocument, gone: ReadonlySet<string>, from: string): string | null {
  const ends = new Set<string>();
  const seen = new Set([from]);
  const queue = [from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of flow.edges) {
      if (edge.from !== id) continue;
      if (!gone.has(edge.to)) ends.add(edge.to);
      else if (!seen.has(edge.to)) {
        seen.add(edge.to);
        queue.push(edge.to);
      }
    }
  }
  const [only] = ends;
  return ends.size === 1 && only !== undefined ? only : null;
}
