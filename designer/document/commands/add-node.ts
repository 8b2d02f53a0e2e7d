import type { CatalogueEntry, FlowDocument, FlowEdge, FlowNode } from '@inning/sdk';
import type { Command, Position } from '../command.ts';
import { freeNodeId } from '../node-id.ts';

export type Placement = {
  readonly position: Position;
  /** Joins it to the end of this outcome. What the outcome led to comes behind the new node. */
  readonly after?: { readonly nodeId: string; readonly outcome: string };
  /** The id it gets, when it must be known beforehand. */
  readonly id?: string;
};

/**
 * Puts a node of that type into the flow, on its own or between an outcome and what it led to. Behind
 * the new node the flow goes on from its first outcome.
 */
export function addNode(entry: CatalogueEntry, placement: Placement): Command {
  const { position, after } = placement;
  return {
    label: 'add',
    params: { type: entry.id },
    apply(flow) {
      const isTaken = (id: string) => Object.hasOwn(flow.nodes, id);
      const id = placement.id ?? freeNodeId(entry.id, isTaken);
      const isJoinable = !after || (isTaken(after.nodeId) && entry.kind !== 'trigger');
      if (isTaken(id) || !isJoinable) return null;
      const nodes = { ...flow.nodes, [id]: newNode(entry, position) };
      return after
        ? { ...flow, nodes, edges: between(flow, after, { id, entry }) }
        : { ...flow, nodes };
    },
  };
}

type Added = { readonly id: string; readonly entry: CatalogueEntry };

function between(
  flow: FlowDocument,
  after: NonNullable<Placement['after']>,
  { id, entry }: Added,
): FlowEdge[] {
  const isTheirs = (edge: FlowEdge) => edge.from === after.nodeId && edge.outcome === after.outcome;
  const before = flow.edges.find(isTheirs);
  const [outcome] = Object.keys(entry.outcomes);
  const onward = before && outcome && !entry.isEnd ? [{ from: id, outcome, to: before.to }] : [];
  const others = flow.edges.filter((edge) => !isTheirs(edge));
  return [...others, { from: after.nodeId, outcome: after.outcome, to: id }, ...onward];
}

function newNode(entry: CatalogueEntry, position: Position): FlowNode {
  return {
    type: entry.id,
    version: entry.version,
    config: defaultsOf(entry.config),
    position: { x: Math.round(position.x), y: Math.round(position.y) },
  };
}

/** The settings that the schema gives of itself. */
export function defaultsOf(schema: CatalogueEntry['config']): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {}) as [string, { default?: unknown }][];
  return Object.fromEntries(
    properties.flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, structuredClone(field.default)]],
    ),
  );
}
