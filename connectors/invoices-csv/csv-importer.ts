import {
  FileUnreadableError,
  type ImportItem,
  type ImportOptions,
  type InputFile,
  type InvoiceImportPort,
  type Place,
} from '@inning/sdk';
import { createRowReader, type RowReader } from './cells/row-reader.ts';
import { sniffStyles, type Styles } from './cells/sniff-styles.ts';
import {
  type Columns,
  countKnown,
  recogniseColumns,
  requireColumns,
} from './columns/recognise-columns.ts';
import { readDebtor } from './read-debtor.ts';
import { readInvoice } from './read-invoice.ts';
import { recogniseCsv } from './recognise-csv.ts';
import { openTable } from './table/open-table.ts';
import { paced } from './table/paced.ts';
import type { Row } from './table/read-rows.ts';

/**
 * Reads a table of invoices, or of debtors when it has no column of invoices. Throws
 * `FileUnreadableError` before the first row when the file cannot be cut into rows or lacks a
 * column; after that every row is read or refused by itself.
 */
export const csvImporter: InvoiceImportPort = {
  title: { nl: 'CSV', en: 'CSV', de: 'CSV', fr: 'CSV' },
  recognise: recogniseCsv,

  async *read(file: InputFile, options: ImportOptions): AsyncIterable<ImportItem> {
    const table = openTable(file, countKnown);
    const columns = recogniseColumns(file.name, table.header, options);
    requireColumns(file.name, table.header, columns);
    const styles = await sniffStyles(paced(table.rows()), columns);
    let count = 0;
    for await (const row of paced(table.rows())) {
      yield readItem(row, columns, styles);
      count += 1;
    }
    if (count === 0) {
      throw new FileUnreadableError(file.name, 'there is nothing below the headers.');
    }
  },
};

function readItem(row: Row, columns: Columns, styles: Styles): ImportItem {
  const place = { line: row.line };
  const extra = row.cells.slice(columns.width);
  if (row.cells.length < columns.width || extra.some((cell) => cell.trim() !== '')) {
    const message = `This line has ${row.cells.length} columns and the headers ${columns.width}.`;
    return { place, refused: { code: 'COLUMN_COUNT', message } };
  }
  const reader = createRowReader(row, columns);
  const debtor = readDebtor(reader);
  if (!columns.hasInvoices) {
    if (debtor === null || reader.problems.length > 0) return refuse(place, reader);
    return { place, debtor, warnings: reader.warnings };
  }
  const invoice = readInvoice(reader, styles, debtor);
  if (invoice === null || reader.problems.length > 0) return refuse(place, reader);
  return { place, invoice, warnings: reader.warnings };
}

function refuse(place: Place, { problems }: RowReader): ImportItem {
  const [first] = problems;
  return {
    place: first?.place ?? place,
    refused: {
      code: first?.code ?? 'ROW_UNREADABLE',
      message: problems.map(({ message }) => message).join(' '),
    },
  };
}
