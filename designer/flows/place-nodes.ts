import type { FlowDocument } from '@inning/sdk';

export type Cell = { readonly row: number; readonly column: number };
type Link = { readonly to: string; readonly weight: number };
type Graph = ReadonlyMap<string, readonly Link[]>;
/** The ways out of a step, the usual one first. */
export type OutcomesOf = (nodeId: string) => readonly string[];

/**
 * Where each step stands when a flow is read from top to bottom like a letter: the usual way through
 * it straight down in column 0, everything else to the right of what leads to it.
 */
export function placeNodes(
  flow: Pick<FlowDocument, 'nodes' | 'edges'>,
  outcomesOf: OutcomesOf = () => [],
): Map<string, Cell> {
  const ids = Object.keys(flow.nodes);
  const graph = withoutLoops(ids, flow.edges, outcomesOf);
  const rows = rowsOf(ids, graph);
  const spine = new Set(usualWay(ids, graph));
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
function withoutLoops(
  ids: readonly string[],
  edges: FlowDocument['edges'],
  outcomesOf: OutcomesOf,
): Graph {
  const graph = new Map<string, Link[]>(ids.map((id) => [id, []]));
  const open = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    seen.add(id);
    open.add(id);
    for (const { from, to, outcome } of edges) {
      if (from !== id || !graph.has(to) || open.has(to)) continue;
      // An exception costs a step, so that only a long way goes through one.
      const isUsual = outcomesOf(id).indexOf(outcome) <= 0;
      graph.get(id)?.push({ to, weight: isUsual ? 1 : -1 });
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
    for (const { to } of graph.get(id) ?? []) {
      rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(id) ?? 0) + 1));
    }
  }
  return rows;
}

type Way = { readonly ids: readonly string[]; readonly weight: number };

function usualWay(ids: readonly string[], graph: Graph): readonly string[] {
  const below = new Map<string, Way>();
  for (const id of [...inOrder(ids, graph)].reverse()) {
    const ways = (graph.get(id) ?? []).map(({ to, weight }) => {
      const rest = below.get(to) ?? { ids: [], weight: 0 };
      return { ids: rest.ids, weight: rest.weight + weight };
    });
    const best = heaviest(ways);
    below.set(id, { ids: [id, ...best.ids], weight: best.weight });
  }
  const entered = new Set([...graph.values()].flatMap((links) => links.map(({ to }) => to)));
  const starts = ids.filter((id) => !entered.has(id));
  return heaviest(starts.flatMap((id) => below.get(id) ?? [])).ids;
}

function heaviest(ways: readonly Way[]): Way {
  const [first = { ids: [], weight: 0 }, ...others] = ways;
  return others.reduce((best, way) => (way.weight > best.weight ? way : best), first);
}

/** Every step after all that lead to it. */
function inOrder(ids: readonly string[], graph: Graph): string[] {
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const links of graph.values()) {
    for (const { to } of links) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const ready = ids.filter((id) => waiting.get(id) === 0);
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const { to } of graph.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return order;
}
