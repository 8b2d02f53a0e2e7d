import type { Place } from '@inning/sdk';
import type { Field } from '../columns/fields.ts';
import type { Column, Columns } from '../columns/recognise-columns.ts';
import type { Row } from '../table/read-rows.ts';

export type Problem = { readonly code: string; readonly message: string; readonly place: Place };

/** The cells of one row by field; problems refuse the row, warnings go with it. */
export type RowReader = {
  readonly problems: Problem[];
  readonly warnings: string[];
  /** The cell as it stands, with spaces cut off; empty when there is no such column. */
  raw(field: Field): string;
  has(field: Field): boolean;
  /** A text on one line, or null when empty. A cell that looks like a formula is only warned of. */
  text(field: Field, limit?: number): string | null;
  /** A number that identifies, such as an invoice number: a formula is refused. */
  identity(field: Field): string | null;
  refuse(code: string, field: Field, problem: string): null;
  warn(field: Field, problem: string): null;
};

const MAX_TEXT = 250;
const MAX_IDENTITY = 100;
/** How a cell begins that a spreadsheet would run (CSV injection). */
const FORMULA = /^[=+\-@]/;
/** Direction marks and zero-width signs that make a text look different from what it is. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const CONTROL = /(?!\s)\p{Cc}/u;

export function createRowReader(row: Row, columns: Columns): RowReader {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const placeOf = (column: Column | undefined, field: Field): Place => ({
    line: row.line,
    field: column?.header ?? field,
  });

  const reader: RowReader = {
    problems,
    warnings,
    has: (field) => columns.byField.has(field),
    raw(field) {
      const column = columns.byField.get(field);
      return column ? (row.cells[column.index] ?? '').replace(/\s+/g, ' ').trim() : '';
    },
    refuse(code, field, problem) {
      const place = placeOf(columns.byField.get(field), field);
      problems.push({ code, place, message: `${place.field} ${problem}.` });
      return null;
    },
    warn(field, problem) {
      const place = placeOf(columns.byField.get(field), field);
      warnings.push(`Line ${row.line}, ${place.field} ${problem}.`);
      return null;
    },
    text(field, limit = MAX_TEXT) {
      const text = checked(reader, field, limit);
      if (text !== null && FORMULA.test(text)) {
        reader.warn(field, `${show(text)} begins like a formula; kept as plain text`);
      }
      return text;
    },
    identity(field) {
      const text = checked(reader, field, MAX_IDENTITY);
      if (text === null) return null;
      if (FORMULA.test(text)) {
        return reader.refuse('CELL_FORMULA', field, `${show(text)} begins like a formula`);
      }
      if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)) {
        const problem = `${show(text)} was shortened by a spreadsheet, so digits are lost`;
        return reader.refuse('CELL_SHORTENED', field, problem);
      }
      return text;
    },
  };
  return reader;
}

function checked(reader: RowReader, field: Field, limit: number): string | null {
  const text = reader.raw(field);
  if (text === '') return null;
  if (text.length > limit) {
    return reader.refuse('CELL_TOO_LONG', field, `has over ${limit} characters`);
  }
  if (CONTROL.test(text)) {
    return reader.refuse('CELL_INVALID', field, 'holds control characters');
  }
  if (INVISIBLE.test(text)) reader.warn(field, 'holds invisible characters');
  return text;
}

/** A value from the file as it can stand in a message. */
export const show = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
