import type { FlowEdge } from '@inning/sdk';
import type { Command } from '../command.ts';

/** Leads an outcome to a node; it leads to one node at most, so that what it led to before is let go. */
export function connect({ from, outcome, to }: FlowEdge): Command {
  return {
    label: 'connect',
    apply(flow) {
      if (!Object.hasOwn(flow.nodes, from) || !Object.hasOwn(flow.nodes, to)) return null;
      const others = flow.edges.filter((edge) => edge.from !== from || edge.outcome !== outcome);
      const before = flow.edges.find((edge) => edge.from === from && edge.outcome === outcome);
      if (before?.to === to) return flow;
      return { ...flow, edges: [...others, { from, outcome, to }] };
    },
  };
}

/** Takes a line up at one of its ends and lays it down elsewhere; one entry in the history. */
export const reconnect = (line: Pick<FlowEdge, 'from' | 'outcome'>, next: FlowEdge): Command => ({
  label: 'reconnect',
  apply(flow) {
    const isSame = line.from === next.from && line.outcome === next.outcome;
    const without = isSame ? flow : disconnect([line]).apply(flow);
    return without && connect(next).apply(without);
  },
});

/** Lets outcomes lead nowhere. */
export function disconnect(edges: readonly Pick<FlowEdge, 'from' | 'outcome'>[]): Command {
  const keys = new Set(edges.map(({ from, outcome }) => `${from} ${outcome}`));
  return {
    label: 'disconnect',
    apply(flow) {
      const left = flow.edges.filter(({ from, outcome }) => !keys.has(`${from} ${outcome}`));
      return left.length === flow.edges.length ? null : { ...flow, edges: left };
    },
  };
}
