import { MOST_NOTES } from '@inning/sdk';
import type { Command, Position } from '../command.ts';
import { withNotes } from '../things.ts';

/** An id for a note that is free. */
export function freeNoteId(isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const id = `note-${number}`;
    if (!isTaken(id)) return id;
  }
}

export type NewNote = { readonly id: string; readonly position: Position; readonly text: string };

/** Puts a remark on the canvas. */
export const addNote = ({ id, position, text }: NewNote): Command => ({
  label: 'add-note',
  apply(flow) {
    const notes = flow.notes ?? {};
    if (Object.hasOwn(notes, id) || Object.keys(notes).length >= MOST_NOTES) return null;
    const at = { x: Math.round(position.x), y: Math.round(position.y) };
    return withNotes(flow, { ...notes, [id]: { text, position: at } });
  },
});

/** Other words in a note. Typing on is one entry in the history. */
export const writeNote = (id: string, text: string): Command => ({
  label: 'write-note',
  mark: `note text ${id}`,
  apply(flow) {
    const note = flow.notes && Object.hasOwn(flow.notes, id) ? flow.notes[id] : undefined;
    if (!note) return null;
    return note.text === text ? flow : withNotes(flow, { ...flow.notes, [id]: { ...note, text } });
  },
});
