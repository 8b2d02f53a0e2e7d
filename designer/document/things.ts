import type { FlowDocument, FlowNote } from '@inning/sdk';
import type { Position } from './command.ts';

const NOTE = 'note:';

/** What is selected and moved on the canvas is known by a key: the id of a node, or this of a note. */
export const noteKey = (id: string): string => NOTE + id;
/** The id of the note that a key means; null for the key of a node. */
export const noteIdOf = (key: string): string | null =>
  key.startsWith(NOTE) ? key.slice(NOTE.length) : null;

export function noteOf({ notes }: FlowDocument, key: string): FlowNote | null {
  const id = noteIdOf(key);
  return id !== null && notes && Object.hasOwn(notes, id) ? (notes[id] ?? null) : null;
}

export function isThere(flow: FlowDocument, key: string): boolean {
  return noteIdOf(key) === null ? Object.hasOwn(flow.nodes, key) : noteOf(flow, key) !== null;
}

/** Everything on the canvas that can be selected and moved. */
export const thingsIn = ({ nodes, notes }: FlowDocument): string[] => [
  ...Object.keys(nodes),
  ...Object.keys(notes ?? {}).map(noteKey),
];

export function positionOf(flow: FlowDocument, key: string): Position | undefined {
  return noteIdOf(key) === null ? flow.nodes[key]?.position : noteOf(flow, key)?.position;
}

/** The flow with those notes; without the field when there are none, as in a flow that never had any. */
export function withNotes(
  flow: FlowDocument,
  notes: NonNullable<FlowDocument['notes']>,
): FlowDocument {
  const { notes: _, ...others } = flow;
  return Object.keys(notes).length === 0 ? others : { ...others, notes };
}
