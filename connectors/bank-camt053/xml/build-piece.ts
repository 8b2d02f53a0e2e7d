import type { XmlElement } from './element.ts';

const MAX_TEXT = 20_000;
const MAX_ELEMENTS = 50_000;

export type PieceListener = {
  /** A complete piece. */
  piece(element: XmlElement): void;
  /** A complete element within a piece. True drops it from the piece, so that pieces stay small. */
  takes(element: XmlElement): boolean;
};

/** Builds one piece at a time out of tags and text, within limits of size. */
export function buildPieces(listener: PieceListener, refuse: (problem: string) => never) {
  let current: XmlElement | null = null;
  let count = 0;

  return {
    isBuilding: () => current !== null,
    open(name: string, line: number, currency: string | null): void {
      count = current === null ? 0 : count + 1;
      if (count > MAX_ELEMENTS) refuse('This part holds too many elements.');
      // What stands between elements is only how the file is laid out.
      if (current !== null) current.text = '';
      current = { name, line, parent: current, currency, children: [], text: '' };
    },
    text(text: string): void {
      if (current === null) return;
      if (current.text.length + text.length > MAX_TEXT) {
        refuse(`This element holds more than ${MAX_TEXT} characters of text.`);
      }
      current.text += text;
    },
    close(): void {
      if (current === null) return;
      const closed: XmlElement = current;
      current = closed.parent;
      if (current === null) listener.piece(closed);
      else if (listener.takes(closed)) count = 0;
      else current.children.push(closed);
    },
  };
}
