import type { Command, Position } from '../command.ts';
import { cornerOf, type Fragment } from '../fragment.ts';
import { freeNodeId } from '../node-id.ts';

/** The ids that the nodes of a fragment would get in a flow with these. */
export function newIdsFor(
  fragment: Fragment,
  taken: Iterable<string>,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(
    Object.entries(fragment.nodes).map(([id, { type }]): [string, string] => {
      const free = used.has(id) ? freeNodeId(type, (name) => used.has(name)) : id;
      used.add(free);
      return [id, free];
    }),
  );
}

/** Puts a fragment into the flow with its corner at that place. */
export function paste(fragment: Fragment, at: Position, label = 'paste'): Command {
  const corner = cornerOf(fragment);
  return {
    label,
    params: { count: Object.keys(fragment.nodes).length },
    apply(flow) {
      const ids = newIdsFor(fragment, Object.keys(flow.nodes));
      const added = Object.entries(fragment.nodes).map(([id, node]) => {
        const { x, y } = node.position ?? corner;
        const position = {
          x: Math.round(x - corner.x + at.x),
          y: Math.round(y - corner.y + at.y),
        };
        return [ids.get(id) ?? id, { ...structuredClone(node), position }] as const;
      });
      const edges = fragment.edges.map(({ from, outcome, to }) => ({
        from: ids.get(from) ?? from,
        outcome,
        to: ids.get(to) ?? to,
      }));
      return {
        ...flow,
        nodes: { ...flow.nodes, ...Object.fromEntries(added) },
        edges: [...flow.edges, ...edges],
      };
    },
  };
}
