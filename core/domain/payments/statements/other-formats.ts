import type { BankLine, CalendarDate } from '@inning/sdk';
import type { ClientSession } from 'mongoose';
import type { AdministrationKey, BulkChange, Scope, Store } from '../../../store/index.ts';
import { type BankLineRow, bankLines } from '../bank-line.model.ts';
import { findSameBookings } from './same-booking.ts';

/** Lines of the days of a statement that came in files of other formats; each can be the same once. */
export type OtherFormats = { readonly format: string; readonly rows: Set<BankLineRow> };
type Of = {
  readonly place: AdministrationKey;
  readonly account: string;
  readonly format: string | null;
};
type At = { readonly scope: Scope; readonly session?: ClientSession };

/** False when every line of these days came in this format, as it mostly does. */
export async function hasOtherFormats(
  store: Store,
  { scope, session }: At,
  { account, format, place, days }: Of & { readonly days: readonly CalendarDate[] },
): Promise<boolean> {
  if (format === null || days.length === 0) return false;
  const { administrationId } = place;
  const found = await store
    .table(bankLines)
    .in(scope)
    .findOne(
      { administrationId, bookedOn: { $in: [...days] }, account, format: { $nin: [format, null] } },
      { session, fields: ['_id'] },
    );
  return found !== null;
}

/** Lines of other formats that could be these; null when there is none. */
export async function findOtherFormats(
  store: Store,
  { scope, session }: At,
  {
    account,
    format,
    place: { administrationId },
    lines,
  }: Of & { readonly lines: readonly BankLine[] },
): Promise<OtherFormats | null> {
  if (format === null || lines.length === 0) return null;
  const rows = await store
    .table(bankLines)
    .in(scope)
    .find(
      {
        administrationId,
        account,
        bookedOn: { $in: distinct(lines.map((line) => line.bookedOn)) },
        amountCents: { $in: distinct(lines.map((line) => line.amountCents)) },
        format: { $nin: [format, null] },
      },
      { session },
    );
  return rows.length === 0 ? null : { format, rows: new Set(rows) };
}

const distinct = <One>(all: readonly One[]): One[] => [...new Set(all)];

/** Leaves out what another format brought, and notes under which reference this one calls it. */
export function passOverSame(
  others: OtherFormats,
  lines: readonly BankLine[],
): { fresh: BankLine[]; changes: BulkChange<BankLineRow>[] } {
  const nameOf = (line: BankLine) => `${others.format} ${line.bankReference}`;
  const named = new Set([...others.rows].flatMap((row) => row.alsoKnownAs));
  const unknown = lines.filter((line) => !named.has(nameOf(line)));
  const free = [...others.rows].filter(
    (row) => !row.alsoKnownAs.some((name) => name.startsWith(`${others.format} `)),
  );
  const pairs = findSameBookings(unknown, free);
  const same = new Set(pairs.map((pair) => pair.line));
  for (const { row } of pairs) others.rows.delete(row);
  return {
    fresh: unknown.filter((line) => !same.has(line)),
    changes: pairs.map(({ line, row }) => ({
      filter: { _id: row._id },
      update: {
        $addToSet: { alsoKnownAs: nameOf(line) },
        $set: missingIn(row, line),
      } as never,
    })),
  };
}

const DETAILS = [
  'valueOn',
  'counterpartyName',
  'counterpartyAccount',
  'counterpartyBic',
  'structuredReference',
  'endToEndId',
  'mandateId',
  'returnReason',
  'typeCode',
] as const;

/** The other format may say more: what is missing is filled in, what is there stays. */
function missingIn(row: BankLineRow, line: BankLine): Partial<Record<string, string>> {
  const filled: Record<string, string> = { format: row.format ?? '' };
  for (const field of DETAILS) {
    const said = line[field];
    if (!row[field] && said) filled[field] = said;
  }
  return filled;
}
