import type { BankStatementPort, InputFile } from '@inning/sdk';
import { givingWay } from '@inning/sdk/bank';
import { columnsOfHeader, type Mapping } from './columns/columns.ts';
import type { Field } from './columns/fields.ts';
import { headerlessColumns } from './columns/headerless.ts';
import { previewCsv } from './preview-csv.ts';
import { type CsvSettings, stepThroughCsv } from './read-csv.ts';
import { bestOpening, type Opening } from './table/open-table.ts';
import type { Row } from './table/read-rows.ts';

const LOOK_AT_BYTES = 16_384;

/** With its settings; without any it knows the tables of the banks. */
export const createCsvStatements = ({
  account = '',
  columns = {},
}: Partial<CsvSettings> = {}): BankStatementPort => ({
  title: { nl: 'CSV', en: 'CSV', de: 'CSV', fr: 'CSV' },
  recognise: (file) => recogniseCsv(file, columns),
  preview: (file, options) => previewCsv(file, { account, columns }, options),
  read: (file, options) => givingWay(stepThroughCsv(file, { account, columns }, options)),
});
export const csvStatements = createCsvStatements();

/** Tables of invoices have days, amounts and names too, but no account at both sides. */
function isOfBank(header: Row): boolean {
  const { byField } = columnsOfHeader(header, {});
  const has = (field: Field) => byField.has(field);
  const isBooking = has('account') && has('bookedOn') && has('amount');
  return isBooking && (has('counterparty') || has('balanceAfter'));
}

/**
 * Sure of a table with the account of both sides, as only a bank writes it. A table that is known a
 * little is left to importers of invoices; any other is claimed at last, so that it can be mapped.
 */
function recogniseCsv({ bytes }: InputFile, mapping: Mapping): number {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOK_AT_BYTES));
  if (start.includes('\0')) return 0;
  return surenessOf(bestOpening(() => [start], mapping));
}

function surenessOf({ first, headerAt, known }: Opening): number {
  const header = first[headerAt ?? -1];
  if (header && isOfBank(header)) return 0.95;
  if (header && known >= 3) return 0.2;
  const [top] = first;
  if (top && headerlessColumns(top)) return 0.95;
  return first.length > 1 && first.every(({ cells }) => cells.length >= 3) ? 0.05 : 0;
}
