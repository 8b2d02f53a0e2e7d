import {
  type FlowDocument,
  FlowEdgeSchema,
  FlowNodeSchema,
  FlowNoteSchema,
  MOST_NODES,
  MOST_NOTES,
  type Static,
  Type,
} from '@inning/sdk';
import { Value } from 'typebox/value';
import type { Position } from './command.ts';
import { noteIdOf } from './things.ts';

const IdPattern = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' });

const FragmentSchema = Type.Object(
  {
    kind: Type.Literal('inning-flow-fragment'),
    nodes: Type.Record(IdPattern, FlowNodeSchema, {
      maxProperties: MOST_NODES,
      additionalProperties: false,
    }),
    edges: Type.Array(FlowEdgeSchema),
    notes: Type.Record(IdPattern, FlowNoteSchema, {
      maxProperties: MOST_NOTES,
      additionalProperties: false,
    }),
  },
  { additionalProperties: false },
);

/** Part of a flow, as it travels over the clipboard between flows, tabs and browsers. */
export type Fragment = Static<typeof FragmentSchema>;

const LONGEST_TEXT = 2_000_000;

/** Those nodes and notes, with the lines between them. */
export function fragmentOf(flow: FlowDocument, ids: readonly string[]): Fragment {
  const remarks = new Set(ids.map(noteIdOf));
  const wanted = new Set(ids.filter((id) => Object.hasOwn(flow.nodes, id)));
  return {
    kind: 'inning-flow-fragment',
    nodes: Object.fromEntries(Object.entries(flow.nodes).filter(([id]) => wanted.has(id))),
    edges: flow.edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to)),
    notes: Object.fromEntries(Object.entries(flow.notes ?? {}).filter(([id]) => remarks.has(id))),
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
  const { nodes, edges, notes } = value;
  if (Object.keys(nodes).length + Object.keys(notes).length === 0) return null;
  const isWhole = edges.every(
    ({ from, to }) => Object.hasOwn(nodes, from) && Object.hasOwn(nodes, to),
  );
  return isWhole ? value : null;
}

/** The left upper corner of what is in it. */
export function cornerOf({ nodes, notes }: Fragment): Position {
  const places = [...Object.values(nodes), ...Object.values(notes)].map(
    ({ position }) => position ?? { x: 0, y: 0 },
  );
  return {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
}
