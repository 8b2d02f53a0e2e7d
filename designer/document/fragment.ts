import {
  type FlowDocument,
  FlowEdgeSchema,
  FlowNodeSchema,
  MOST_NODES,
  type Static,
  Type,
} from '@inning/sdk';
import { Value } from 'typebox/value';
import type { Position } from './command.ts';

const FragmentSchema = Type.Object(
  {
    kind: Type.Literal('inning-flow-fragment'),
    nodes: Type.Record(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }), FlowNodeSchema, {
      minProperties: 1,
      maxProperties: MOST_NODES,
      additionalProperties: false,
    }),
    edges: Type.Array(FlowEdgeSchema),
  },
  { additionalProperties: false },
);

/** Part of a flow, as it travels over the clipboard between flows, tabs and browsers. */
export type Fragment = Static<typeof FragmentSchema>;

const LONGEST_TEXT = 2_000_000;

/** Those nodes with the lines between them. */
export function fragmentOf(flow: FlowDocument, ids: readonly string[]): Fragment {
  const wanted = new Set(ids.filter((id) => Object.hasOwn(flow.nodes, id)));
  return {
    kind: 'inning-flow-fragment',
    nodes: Object.fromEntries(Object.entries(flow.nodes).filter(([id]) => wanted.has(id))),
    edges: flow.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
  };
}

/** Null for anything that is not a sound fragment: the clipboard holds whatever people copy. */
export function readFragment(text: string): Fragment | null {
  if (text.length > LONGEST_TEXT) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Value.Check(FragmentSchema, value)) return null;
  const { nodes, edges } = value;
  const isWhole = edges.every(
    ({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to),
  );
  return isWhole ? value : null;
}

/** The left upper corner of what is in it. */
export function cornerOf({ nodes }: Fragment): Position {
  const places = Object.values(nodes).map(({ position }) => position ?? { x: 0, y: 0 });
  return {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
}
