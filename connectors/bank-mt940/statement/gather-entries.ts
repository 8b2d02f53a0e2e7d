import type { Warnings } from '@inning/sdk/bank';
import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';

/** A statement line with the text of the fields `:86:` that follow it. */
export type Entry = { readonly field: Field; readonly text: string[] };

/** Banks need six lines for a text; many times that is no text. */
const MAX_TEXT_LINES = 1_000;
const LATE_LINE = 'A line stands after the closing balance.';

/** Puts the fields of a line together and hands each line over when the next thing begins. */
export function gatherEntries(warnings: Warnings, handOver: (entry: Entry) => void) {
  let open: Entry | null = null;
  let isClosed = false;

  const end = () => {
    const ended = open;
    open = null;
    if (ended) handOver(ended);
  };
  return {
    end,
    add(field: Field): void {
      // What is neither a line nor its text is about the statement, such as totals in a last `:86:`.
      if (field.tag === '86') {
        if (open) addText(open, field);
        warnOfTag(field, warnings);
      } else if (field.tag !== 'NS') {
        end();
        if (field.tag === '61') open = newEntry(field, isClosed, warnings);
      }
      isClosed ||= field.tag.startsWith('62');
    },
  };
}

function addText({ field: of, text }: Entry, field: Field): void {
  if (text.length + field.lines.length > MAX_TEXT_LINES) {
    throw new Mt940Problem('The text of this line is too long.', placeOfField(of));
  }
  text.push(...field.lines);
}

function newEntry(field: Field, isClosed: boolean, warnings: Warnings): Entry {
  if (isClosed) warnings.add(LATE_LINE, placeOfField(field), 'LINE_AFTER_CLOSING');
  return { field, text: [] };
}

function warnOfTag(field: Field, warnings: Warnings): void {
  if (field.writtenTag === undefined) return;
  const message = `A field :${field.writtenTag}: holds a text and was read as one.`;
  warnings.add(message, placeOfField(field), {
    code: 'FIELD_ODD',
    params: { tag: field.writtenTag },
  });
}
