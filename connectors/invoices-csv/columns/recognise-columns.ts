import { FileUnreadableError, type ImportOptions, type Place } from '@inning/sdk';
import type { Row } from '../table/read-rows.ts';
import {
  type Field,
  fieldOf,
  FIELDS,
  INVOICE_FIELDS,
  INVOICE_REQUIRED,
  isField,
  normaliseHeader,
} from './fields.ts';

export type Column = { readonly header: string; readonly index: number };
export type Columns = {
  readonly byField: ReadonlyMap<Field, Column>;
  readonly width: number;
  /** True when a header is Dutch, so that 3/4/2026 is a day in April. */
  readonly isDutch: boolean;
  readonly hasInvoices: boolean;
  /** Required fields for which there is no column. */
  readonly missing: readonly Field[];
};

/** How many of the headers name a field; for choosing the delimiter and recognising the file. */
export const countKnown = (header: readonly string[]) =>
  new Set(header.map((text) => fieldOf(text)?.field).filter((field) => field !== undefined)).size;

/**
 * Finds a column for each field: the mapping that was given first, then the header's own words.
 * An empty mapping (`{ open: '' }`) says that no column is for that field. Throws
 * `FileUnreadableError` for a mapping that names an unknown field or a header that is not there
 * or there twice.
 */
export function recogniseColumns(file: string, header: Row, options: ImportOptions): Columns {
  const stop = (problem: string, place: Place = {}): never => {
    throw new FileUnreadableError(file, problem, { line: header.line, ...place });
  };
  const byField = new Map<Field, Column>();
  const mapped = new Set<number>();
  const given = Object.entries(options.columns ?? {});

  for (const [field, wanted] of given) {
    if (!isField(field)) {
      return stop(`“${field}” is no field of ours; known are ${Object.keys(FIELDS).join(', ')}.`);
    }
    if (wanted === '') continue;
    const column = findHeader(header, wanted) ?? stop(`${notThere(wanted)} ${found(header)}`);
    byField.set(field, column);
    mapped.add(column.index);
  }

  const taken = new Set<string>(given.map(([field]) => field));
  const recognised = header.cells
    .flatMap((text, index) => {
      const known = fieldOf(text);
      const isFree = known !== null && !taken.has(known.field) && !mapped.has(index);
      return isFree ? [{ ...known, header: text, index }] : [];
    })
    .sort((one, other) => one.rank - other.rank);
  for (const { field, header: text, index } of recognised) {
    if (!byField.has(field)) byField.set(field, { header: text, index });
  }

  for (const [field, { header: text }] of byField) {
    const same = header.cells.filter((other) => normaliseHeader(other) === normaliseHeader(text));
    if (same.length > 1) stop(`the column “${text}” (${field}) is there twice.`, { field: text });
  }
  const hasInvoices = INVOICE_FIELDS.some((field) => byField.has(field));
  return {
    byField,
    width: header.cells.length,
    isDutch: header.cells.some((text) => fieldOf(text)?.isDutch),
    hasInvoices,
    missing: findMissing(byField, hasInvoices),
  };
}

/** Throws `FileUnreadableError` naming the columns that are missing and those that were found. */
export function requireColumns(file: string, header: Row, columns: Columns): void {
  if (columns.missing.length === 0) return;
  const missing = columns.missing.map((field) => `${FIELDS[field].nl[0]} (${field})`).join(', ');
  const problem = `these columns are missing: ${missing}. ${found(header)}`;
  throw new FileUnreadableError(file, problem, { line: header.line });
}

function findMissing(byField: ReadonlyMap<Field, Column>, hasInvoices: boolean): Field[] {
  const missing = hasInvoices ? INVOICE_REQUIRED.filter((field) => !byField.has(field)) : [];
  return byField.has('name') || byField.has('lastName') ? missing : [...missing, 'name'];
}

function findHeader(header: Row, wanted: string): Column | null {
  const exact = header.cells.indexOf(wanted);
  const index =
    exact >= 0
      ? exact
      : header.cells.findIndex((text) => normaliseHeader(text) === normaliseHeader(wanted));
  const text = header.cells[index];
  return text === undefined ? null : { header: text, index };
}

const notThere = (wanted: string) => `there is no column “${wanted.slice(0, 60)}”.`;

function found(header: Row): string {
  const shown = header.cells.slice(0, 40).map((text) => `“${text.slice(0, 40)}”`);
  const rest = header.cells.length - shown.length;
  return `Found: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}
