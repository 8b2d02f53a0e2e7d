import {
  asFields,
  asRows,
  asText,
  type BankLine,
  ConnectorRefusedError,
  type JsonFields,
} from '@inning/sdk';
import { bankListIn } from '@inning/sdk/bank';
import { type Bank, linkOf } from './ask-bank.ts';
import { readLines, type Seen } from './read-lines.ts';

type Cursor = { readonly path: string; readonly seen: Seen };

/** Where to go on, and which lines without a number were seen before. */
export const writeCursor = (path: string, seen: Seen): string => JSON.stringify({ path, seen });

export function readPage(cursor: string): Cursor {
  const { path, seen } = asFields(JSON.parse(cursor)) as Partial<Cursor>;
  if (!path || !seen) throw new ConnectorRefusedError('This is no page of this connector.');
  return { path, seen: { ...seen } };
}

/** The booked lines of a page; pending ones are not ours yet. */
export function bookedOf(
  bank: Bank,
  answer: JsonFields,
  seen: Seen,
): { readonly lines: readonly BankLine[]; readonly next: string | null } {
  const report = asFields(answer['transactions']);
  const isEmpty = report['booked'] === undefined && asRows(report['pending']).length > 0;
  const rows = isEmpty ? [] : bankListIn(bank.title, report, 'booked');
  const href = asText(asFields(asFields(report['_links'])['next'])['href']);
  return {
    lines: readLines(rows, seen),
    next: href === null ? null : linkOf(bank, href),
  };
}
