import type { FlowDocument } from './flow-document.ts';

/** The nodes that can be reached from the given ones, those included. */
export function reachableFrom(flow: FlowDocument, starts: readonly string[]): Set<string> {
  const next = targetsByNode(flow);
  const seen = new Set<string>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(next.get(id) ?? []));
  }
  return seen;
}

/** Where each node leads to; edges to nodes that are not there are left out. */
export function targetsByNode(flow: FlowDocument): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const edge of flow.edges) {
    if (!Object.hasOwn(flow.nodes, edge.to)) continue;
    const known = targets.get(edge.from);
    if (known) known.push(edge.to);
    else targets.set(edge.from, [edge.to]);
  }
  return targets;
}

/**
 * A loop that never meets a node for which `breaks` is true, or null. Iterative, so that a hostile
 * flow of thousands of nodes costs time in proportion and no stack.
 */
export function findLoop(
  flow: FlowDocument,
  breaks: (nodeId: string) => boolean,
): readonly string[] | null {
  const targets = targetsByNode(flow);
  const done = new Set<string>();
  for (const start of Object.keys(flow.nodes)) {
    const loop = done.has(start) || breaks(start) ? null : loopFrom(start);
    if (loop) return loop;
  }
  return null;

  function loopFrom(start: string): string[] | null {
    const path = [{ id: start, left: [...(targets.get(start) ?? [])] }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.left.pop();
      if (to === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(to)) {
        const ids = path.map((one) => one.id);
        return [...ids.slice(ids.indexOf(to)), to];
      } else if (!done.has(to) && !breaks(to)) {
        onPath.add(to);
        path.push({ id: to, left: [...(targets.get(to) ?? [])] });
      }
    }
    return null;
  }
}
