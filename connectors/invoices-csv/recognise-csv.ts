import { FileUnreadableError, type InputFile } from '@inning/sdk';
import { countKnown } from './columns/recognise-columns.ts';
import { openTable } from './table/open-table.ts';

const LOOK = 32_768;

/** How sure we are that a file is a table of invoices or debtors, by its header and its name. */
export function recogniseCsv({ name, bytes }: InputFile): number {
  const byName = /\.(csv|tsv|tab)$/i.test(name) ? 0.3 : 0;
  try {
    const { header } = openTable({ name, bytes: wholeLines(bytes) }, countKnown);
    const known = countKnown(header.cells);
    if (known >= 3) return 0.9;
    return known >= 1 && header.cells.length >= 2 ? Math.max(0.4, byName) : byName;
  } catch (error) {
    if (error instanceof FileUnreadableError) return byName;
    throw error;
  }
}

/** The beginning of a file, cut where no letter can be cut in two. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= LOOK) return bytes;
  const start = bytes.subarray(0, LOOK);
  const end = start.lastIndexOf(0x0a);
  return end > 0 ? start.subarray(0, end + 1 + (start[end + 1] === 0 ? 1 : 0)) : start;
}
