import { Mt940Problem } from '../mt940-problem.ts';

/** One field, such as `:61:` with its second line. */
export type Field = {
  /** The tag without colons, such as `60F`. */
  readonly tag: string;
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
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g;

const MAX_LINE = 4000;
const MAX_FIELD_LINES = 200;
const LOOK_AHEAD = 30;

/**
 * The fields of the file in order. Text before the first field and between a closing balance and the
 * next statement is what banks write around their statements, and is passed over.
 */
export function* splitFields(text: string): Generator<Field> {
  const lines = toLines(text);
  let open: OpenField | null = null;
  let isClosed = false;

  for (const [index, raw] of lines.entries()) {
    const content = cleaned(raw, index + 1);
    const what = whatIs(content, { lines, index, isOpen: open !== null, isClosed });
    if (what === 'text') {
      if (open) append(open, content);
      continue;
    }
    if (open) yield open;
    open = what === 'end' ? null : startField(content, index + 1);
    if (open) isClosed = open.tag === '20' ? false : isClosed || /^6[24]/.test(open.tag);
  }
  if (open) yield open;
}

type Spot = {
  readonly lines: readonly string[];
  readonly index: number;
  readonly isOpen: boolean;
  /** The closing balance of the statement was there. */
  readonly isClosed: boolean;
};

/** Until the closing balance, what looks like a heading or an end may be a wrapped line of text. */
function whatIs(
  content: string,
  { lines, index, isOpen, isClosed }: Spot,
): 'field' | 'end' | 'text' {
  const isSure = () => !isOpen || isClosed || isHeading(tagAfter(lines, index));
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

function tagAfter(lines: readonly string[], index: number): string | null {
  for (const line of lines.slice(index + 1, index + 1 + LOOK_AHEAD)) {
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

/** Some systems write `@@` where a line ends. */
function toLines(text: string): string[] {
  const isOneLine = !text.trim().includes('\n') && text.includes('@@:');
  return isOneLine ? text.split('@@') : text.split(/\r\n|\n|\r/);
}

function cleaned(raw: string, line: number): string {
  if (raw.length > MAX_LINE) {
    throw new Mt940Problem(`This line is longer than ${MAX_LINE} characters.`, { line });
  }
  // The first field may stand on the line of the SWIFT header.
  return raw.replace(CONTROLS, '').replace(/^\{.*\{4:(?=:)/, '');
}
