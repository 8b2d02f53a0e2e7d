import type { FlowDocument } from '@inning/sdk';

/** A line of the outline: a step, and under it the ways that lead on from it. */
export type OutlineItem = {
  readonly nodeId: string;
  /** The step whose outcome leads here; null where `outcome` is. */
  readonly from: string | null;
  /** The outcome by which it is reached; null for a start and for what stands loose. */
  readonly outcome: string | null;
  /** True where the step stands elsewhere in the outline already; nothing is told under it again. */
  readonly isReference: boolean;
  readonly level: number;
};

export type OutcomesOf = (nodeId: string) => readonly string[];

/**
 * The flow as a nested list, read like a letter. A step stands where it is first reached; later it is
 * only named. Ways that lead straight on stay at the same level, the others one deeper.
 */
export function outlineOf(flow: FlowDocument, starts: readonly string[], outcomesOf: OutcomesOf) {
  const items: OutlineItem[] = [];
  const told = new Set<string>();
  const roots = [...starts, ...Object.keys(flow.nodes)];
  for (const root of roots) {
    if (told.has(root) || !Object.hasOwn(flow.nodes, root)) continue;
    walk({ nodeId: root, from: null, outcome: null, level: 0 });
  }
  return items;

  /** With a stack of its own: a flow may be longer than the stack of the engine is deep. */
  function walk(first: Omit<OutlineItem, 'isReference'>): void {
    const stack = [first];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const isReference = told.has(next.nodeId);
      items.push({ ...next, isReference });
      if (isReference) continue;
      told.add(next.nodeId);
      const ways = waysFrom(next.nodeId);
      const deeper = ways.length > 1 ? 1 : 0;
      const { level } = next;
      stack.push(...ways.map((way) => ({ ...way, level: level + deeper })).reverse());
    }
  }

  function waysFrom(from: string): { nodeId: string; from: string; outcome: string }[] {
    const led = new Map(
      flow.edges.filter((edge) => edge.from === from).map((edge) => [edge.outcome, edge.to]),
    );
    const names = [...new Set([...outcomesOf(from), ...led.keys()])];
    return names.flatMap((outcome) => {
      const to = led.get(outcome);
      return to !== undefined && Object.hasOwn(flow.nodes, to)
        ? [{ nodeId: to, from, outcome }]
        : [];
    });
  }
}
