import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CamtProblem } from '../camt-problem.ts';
import { buildPieces, type PieceListener } from './build-piece.ts';

/** Told about the message as it passes by; nothing is kept that was not asked for. */
export type ElementListener = PieceListener & {
  /** An element that is not inside a piece. True makes it a piece: it is built and handed over. */
  opens(name: string, tag: OpenTag): boolean;
  closes(name: string, line: number): void;
};
export type OpenTag = {
  readonly line: number;
  readonly depth: number;
  /** The default name space, or that of the prefix of this very tag. */
  readonly namespace: string | null;
};

const MAX_DEPTH = 60;
/** A message starts within this many characters, whatever comment a bank puts on top. */
const MAX_BEFORE_ROOT = 262_144;

/** Follows an XML text that is written in parts. Refuses document types, and so all entities. */
export function parseElements(listener: ElementListener) {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: string[] = [];
  let written = 0;
  let hasRoot = false;

  const refuse = (problem: string): never => {
    const field = open.length === 0 ? {} : { field: open.slice(-4).join('/') };
    throw new CamtProblem(problem, { line: parser.line, ...field });
  };
  const pieces = buildPieces(listener, refuse);

  parser.on('error', ({ message }) => refuse(`The XML is broken: ${withoutPlace(message)}`));
  parser.on('doctype', () => refuse('A document type (DOCTYPE) is not allowed in a statement.'));
  parser.on('text', pieces.text);
  parser.on('cdata', pieces.text);

  parser.on('opentag', (tag) => {
    hasRoot = true;
    const name = localName(tag.name);
    open.push(name);
    if (open.length > MAX_DEPTH) refuse(`Elements are nested more than ${MAX_DEPTH} deep.`);
    const { line } = parser;
    const isPart =
      pieces.isBuilding() ||
      listener.opens(name, { line, depth: open.length, namespace: namespaceOf(tag) });
    if (isPart) pieces.open(name, line, tag.attributes['Ccy'] ?? null);
  });

  parser.on('closetag', (tag) => {
    open.pop();
    if (pieces.isBuilding()) pieces.close();
    else listener.closes(localName(tag.name), parser.line);
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

const withoutPlace = (message: string) => message.replace(/^[\d:]+ /, '');
