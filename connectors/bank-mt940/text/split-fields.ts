import { Mt940Problem } from '../mt940-problem.ts';

/** One field, such as `:61:` with its second line. */
export type Field = {
  /** The tag without colons, such as `60F`. */
  readonly tag: string;
  /** Another tag that the file has for it, when what it holds cannot be that. */
  readonly writtenTag?: string;
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly lines: readonly string[];
};
type OpenField = { readonly tag: string; readonly line: number; readonly lines: string[] };

/** Only tags that exist: a line of text may well begin with a time, `:12:11`. */
const TAG = /^:(20|21|25P?|28C?|13D?|34F|60[FM]|61|62[FM]|64|65F?|86|90[CD]|NS) ?:/;
/** What banks put around a message: SWIFT blocks, `-}`, `-XXX`, and Rabobank's `:940:`. */
const BLOCK = /^\s*(\{\d:|-\}|[-\u00ad]?XXX\s*$|:\d{3,4}:\s*$)/;
const DASH = /^\s*-\s*$/;

const MAX_FIELD_LINES = 200;
const LOOK_AHEAD = 30;

/**
 * The fields of the file in order. Text before the first field and between a closing balance and the
 * next statement is what banks write around their statements, and is passed over.
 */
export function* splitFields(lines: Iterable<string>): Generator<Field> {
  let open: OpenField | null = null;
  let isClosed = false;

  for (const { content, line, next } of withNext(lines)) {
    const what = whatIs(content, { next, isOpen: open !== null, isClosed });
    if (what === 'text') {
      if (open) append(open, content);
      continue;
    }
    if (open) yield open;
    open = what === 'end' ? null : startField(content, line);
    if (open) isClosed = open.tag === '20' ? false : isClosed || /^6[24]/.test(open.tag);
  }
  if (open) yield open;
}

type Line = { readonly content: string; readonly line: number; readonly next: readonly string[] };

/** Every line with the ones that come after it, as far as is looked ahead. */
function* withNext(lines: Iterable<string>): Generator<Line> {
  const ahead: string[] = [];
  let line = 0;
  for (const read of lines) {
    ahead.push(read);
    if (ahead.length > LOOK_AHEAD) {
      yield { content: ahead.shift() ?? '', line: (line += 1), next: ahead };
    }
  }
  while (ahead.length > 0) {
    yield { content: ahead.shift() ?? '', line: (line += 1), next: ahead };
  }
}

type Spot = {
  readonly next: readonly string[];
  readonly isOpen: boolean;
  /** The closing balance of the statement was there. */
  readonly isClosed: boolean;
};

/** Until the closing balance, what looks like a heading or an end may be a wrapped line of text. */
function whatIs(content: string, { next, isOpen, isClosed }: Spot): 'field' | 'end' | 'text' {
  const isSure = () => !isOpen || isClosed || isHeading(firstTag(next));
  const tag = TAG.exec(content)?.[1];
  if (tag !== undefined) return tag !== '20' || isSure() ? 'field' : 'text';
  return BLOCK.test(content) || (DASH.test(content) && isSure()) ? 'end' : 'text';
}

function startField(content: string, line: number): OpenField {
  const [start = '', tag = ''] = TAG.exec(content) ?? [];
  return { tag, line, lines: [content.slice(start.length)] };
}

export function placeOfField({ tag, line }: Pick<Field, 'tag' | 'line'>) {
  return { line, field: `:${tag}:` };
}

/** After a `:20:` comes the account; after the end of a message comes a `:20:`, or nothing. */
function isHeading(nextTag: string | null): boolean {
  return nextTag === null || !/^(61|86|62[FM]|64|65F?|NS)$/.test(nextTag);
}

function firstTag(lines: readonly string[]): string | null {
  for (const line of lines) {
    const tag = TAG.exec(line)?.[1];
    if (tag !== undefined) return tag;
  }
  return null;
}

function append(open: OpenField, content: string): void {
  // A balance is one line; what follows it is not of the statement.
  if (/^6[0245]/.test(open.tag)) return;
  open.lines.push(content);
  if (open.lines.length > MAX_FIELD_LINES) {
    throw new Mt940Problem('This field has too many lines.', placeOfField(open));
  }
}
