import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CamtProblem } from '../camt-problem.ts';
import type { XmlElement } from './element.ts';

/** Told about the message as it passes by; nothing is kept that was not asked for. */
export type ElementListener = {
  /** An element that is not inside a piece. True makes it a piece: it is built and handed over. */
  opens(name: string, tag: OpenTag): boolean;
  closes(name: string, line: number): void;
  /** A complete piece. */
  piece(element: XmlElement): void;
  /** A complete element within a piece. True drops it from the piece, so that pieces stay small. */
  takes(element: XmlElement): boolean;
};
export type OpenTag = {
  readonly line: number;
  readonly depth: number;
  /** The default name space, or that of the prefix of this very tag. */
  readonly namespace: string | null;
};

const MAX_DEPTH = 60;
const MAX_TEXT = 20_000;
const MAX_PIECE_ELEMENTS = 50_000;
/** A message starts within this many characters, whatever comment a bank puts on top. */
const MAX_BEFORE_ROOT = 262_144;

/** Follows an XML text that is written piece by piece. Refuses document types and so all entities. */
export function parseElements(listener: ElementListener) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: string[] = [];
  let current: XmlElement | null = null;
  let pieceElements = 0;
  let written = 0;
  let hasRoot = false;

  const refuse = (problem: string): never => {
    throw new CamtProblem(problem, { line: parser.line, ...fieldOf(open) });
  };
  const add = (text: string) => {
    if (current === null) return;
    if (current.text.length + text.length > MAX_TEXT) {
      refuse(`This element holds more than ${MAX_TEXT} characters of text.`);
    }
    current.text += text;
  };

  parser.on('error', (error) =>
    refuse(`The XML is broken: ${error.message.replace(/^[\d:]+ /, '')}`),
  );
  parser.on('doctype', () =>
    refuse('A document type (DOCTYPE) is not allowed in a bank statement.'),
  );
  parser.on('text', add);
  parser.on('cdata', add);

  parser.on('opentag', (tag) => {
    hasRoot = true;
    const name = localName(tag.name);
    open.push(name);
    if (open.length > MAX_DEPTH) refuse(`Elements are nested more than ${MAX_DEPTH} deep.`);
    if (current === null) {
      const tagFacts = { line: parser.line, depth: open.length, namespace: namespaceOf(tag) };
      if (!listener.opens(name, tagFacts)) return;
      pieceElements = 0;
    } else {
      pieceElements += 1;
      if (pieceElements > MAX_PIECE_ELEMENTS) refuse('This part holds too many elements.');
    }
    const currency = tag.attributes['Ccy'] ?? null;
    current = { name, line: parser.line, parent: current, currency, children: [], text: '' };
  });

  parser.on('closetag', (tag) => {
    open.pop();
    if (current === null) {
      listener.closes(localName(tag.name), parser.line);
      return;
    }
    const closed = current;
    current = closed.parent;
    if (current === null) listener.piece(closed);
    else if (listener.takes(closed)) pieceElements = 0;
    else current.children.push(closed);
  });

  return {
    write(text: string): void {
      parser.write(text);
      written += text.length;
      if (!hasRoot && written > MAX_BEFORE_ROOT) refuse('There is no XML element in this file.');
    },
    end(): void {
      if (!hasRoot) refuse('There is no XML element in this file.');
      const last = open.at(-1);
      if (last !== undefined) refuse(`The file stops before </${last}>: it was cut off.`);
      parser.close();
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function namespaceOf(tag: SaxesTagPlain): string | null {
  const colon = tag.name.indexOf(':');
  const attribute = colon === -1 ? 'xmlns' : `xmlns:${tag.name.slice(0, colon)}`;
  return tag.attributes[attribute] ?? null;
}

function fieldOf(open: readonly string[]): { field?: string } {
  return open.length === 0 ? {} : { field: open.slice(-4).join('/') };
}
