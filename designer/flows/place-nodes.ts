import type { FlowDocument } from '@inning/sdk';

export type Cell = { readonly row: number; readonly column: number };
type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Where each step stands when a flow is read from top to bottom like a letter: the longest way
 * through it straight down in column 0, everything else to the right of what leads to it.
 */
export function placeNodes(flow: Pick<FlowDocument, 'nodes' | 'edges'>): Map<string, Cell> {
  const ids = Object.keys(flow.nodes);
  const graph = withoutLoops(ids, flow.edges);
  const rows = rowsOf(ids, graph);
  const spine = new Set(longestPath(ids, graph));
  const cells = new Map<string, Cell>();
  const taken = new Set<string>();

  const take = (id: string, row: number, from: number) => {
    let column = from;
    while (taken.has(`${row}:${column}`)) column += 1;
    taken.add(`${row}:${column}`);
    cells.set(id, { row, column });
  };
  for (const id of spine) take(id, rows.get(id) ?? 0, 0);
  for (const id of [...ids].sort((a, b) => (rows.get(a) ?? 0) - (rows.get(b) ?? 0))) {
    if (!spine.has(id)) take(id, rows.get(id) ?? 0, 1);
  }
  return cells;
}

/** The edges that lead on; an edge back to a step that is still open closes a loop and is left out. */
function withoutLoops(ids: readonly string[], edges: FlowDocument['edges']): Graph {
  const graph = new Map<string, string[]>(ids.map((id) => [id, []]));
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    seen.add(id);
    open.add(id);
    for (const { from, to } of edges) {
      if (from !== id || !graph.has(to) || open.has(to)) continue;
      graph.get(id)?.push(to);
      if (!seen.has(to)) visit(to);
    }
    open.delete(id);
  };
  const entered = new Set(edges.map((edge) => edge.to));
  for (const id of [...ids.filter((one) => !entered.has(one)), ...ids]) {
    if (!seen.has(id)) visit(id);
  }
  return graph;
}

/** The row of a step lies under all that lead to it. */
function rowsOf(ids: readonly string[], graph: Graph): Map<string, number> {
  const rows = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const id of inOrder(ids, graph)) {
    for (const next of graph.get(id) ?? []) {
      rows.set(next, Math.max(rows.get(next) ?? 0, (rows.get(id) ?? 0) + 1));
    }
  }
  return rows;
}

function longestPath(ids: readonly string[], graph: Graph): string[] {
  const below = new Map<string, string[]>();
  for (const id of [...inOrder(ids, graph)].reverse()) {
    const ways = (graph.get(id) ?? []).map((next) => below.get(next) ?? []);
    below.set(id, [id, ...longest(ways)]);
  }
  return longest([...below.values()]);
}

const longest = (ways: readonly string[][]) =>
  ways.reduce<string[]>((best, way) => (way.length > best.length ? way : best), []);

/** Every step after all that lead to it. */
function inOrder(ids: readonly string[], graph: Graph): string[] {
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const nexts of graph.values()) {
    for (const next of nexts) waiting.set(next, (waiting.get(next) ?? 0) + 1);
  }
  const ready = ids.filter((id) => waiting.get(id) === 0);
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const next of graph.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return order;
}
