import type { ImportOptions, InputFile } from '@inning/sdk';
import { openTable } from '../table/open-table.ts';
import type { Row } from '../table/read-rows.ts';
import type { Encoding } from '../table/sniff-encoding.ts';
import type { Field } from './fields.ts';
import { countKnown, recogniseColumns } from './recognise-columns.ts';

export type ColumnsPreview = {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly holds: 'invoices' | 'debtors';
  readonly columns: readonly {
    readonly header: string;
    /** The field this column is read for, or null when it is left aside. */
    readonly field: Field | null;
    /** Its first cells that are not empty. */
    readonly samples: readonly string[];
  }[];
  /** Fields that must be mapped before the file can be read. */
  readonly missing: readonly Field[];
};

const SAMPLE_ROWS = 50;
const SAMPLES = 3;

/**
 * What was recognised in a file, so that a person can check and complete the mapping.
 * Throws `FileUnreadableError` when the file is no table.
 */
export function previewColumns(file: InputFile, options: ImportOptions = {}): ColumnsPreview {
  const table = openTable(file, countKnown);
  const columns = recogniseColumns(file.name, table.header, options);
  const fieldAt = new Map([...columns.byField].map(([field, { index }]) => [index, field]));
  const rows: Row[] = [];
  for (const row of table.rows()) {
    if (rows.push(row) >= SAMPLE_ROWS) break;
  }
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    holds: columns.hasInvoices ? 'invoices' : 'debtors',
    columns: table.header.cells.map((header, index) => ({
      header,
      field: fieldAt.get(index) ?? null,
      samples: rows
        .map(({ cells }) => (cells[index] ?? '').trim().slice(0, 60))
        .filter((text) => text !== '')
        .slice(0, SAMPLES),
    })),
    missing: columns.missing,
  };
}
