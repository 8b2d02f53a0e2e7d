import type { BankLine } from '@inning/sdk';
import type { BankLineRow } from '../bank-line.model.ts';

/** A line of one format that is the same booking as a line that came in another format. */
export type SameBooking = { readonly line: BankLine; readonly row: BankLineRow };

/**
 * Pairs lines with rows of the same day and amount that another format brought, one to one, the
 * likest first. What differs in account, payer's id or reference is another booking.
 */
export function findSameBookings(
  lines: readonly BankLine[],
  rows: readonly BankLineRow[],
): SameBooking[] {
  const pools = Map.groupBy(rows, (row) => `${row.bookedOn} ${row.amountCents} ${row.currency}`);
  const pairs: SameBooking[] = [];
  const choices = lines.flatMap((line) => {
    const pool = pools.get(`${line.bookedOn} ${line.amountCents} ${line.currency}`) ?? [];
    return pool.flatMap((row) => {
      const likeness = likenessOf(line, row);
      return likeness === null ? [] : [{ line, row, likeness }];
    });
  });
  const paired = new Set<BankLine | BankLineRow>();
  for (const { line, row } of choices.toSorted((a, b) => b.likeness - a.likeness)) {
    if (paired.has(line) || paired.has(row)) continue;
    paired.add(line).add(row);
    pairs.push({ line, row });
  }
  return pairs;
}

const NO_ID = 'NOTPROVIDED';

/** How many things agree; null when something shows that these are two bookings. */
function likenessOf(line: BankLine, row: BankLineRow): number | null {
  const facts: readonly (readonly [string | null | undefined, string | null | undefined])[] = [
    [line.counterpartyAccount, row.counterpartyAccount],
    [idOf(line.endToEndId), idOf(row.endToEndId)],
    [line.structuredReference, row.structuredReference],
  ];
  let likeness = 0;
  for (const [ours, theirs] of facts) {
    const [a, b] = [plain(ours), plain(theirs)];
    if (a === '' || b === '') continue;
    // Banks cut long ids in MT940; the beginning is then the same.
    if (!a.startsWith(b) && !b.startsWith(a)) return null;
    likeness += 2;
  }
  const [said, saidBefore] = [plain(line.description), plain(row.description)];
  if (said !== '' && (saidBefore.includes(said) || said.includes(saidBefore))) likeness += 1;
  return likeness;
}

const idOf = (id: string | null | undefined) => (id === NO_ID ? null : id);
const plain = (text: string | null | undefined): string =>
  (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
