import { invariant, type PaymentMatchPort } from '@inning/sdk';
import type { BankLineRow } from '../bank-line.model.ts';
import { bankLineOf } from '../statements/said-by-bank.ts';
import type { LawOfBook } from './add-law.ts';
import type { BookOfAdministration, BookPlace } from './book-of-administration.ts';
import { completeBook } from './complete-book.ts';
import { type AskedRow, type Decided, decideLines, decideWithout } from './decide-lines.ts';
import { readAgain, readBook } from './read-book.ts';

export type RoundOfRows = BookPlace & {
  readonly matcher: PaymentMatchPort | null;
  /** All rows of the round, oldest first. */
  readonly rows: readonly BankLineRow[];
};
/** Decides some rows of a round, the ones before them having been written. */
export type DecideRows = (rows: readonly BankLineRow[]) => Promise<Decided[]>;

/**
 * Decides the rows of a round slice by slice. The book is read when it is first needed; what was booked
 * of one slice is no longer open for the next.
 */
export function createDecideRows(deps: LawOfBook) {
  const { store } = deps;

  return (round: RoundOfRows): DecideRows => {
    const { matcher, administration } = round;
    // What is owed on the day of the first line is owed on the days of all of them.
    const on = round.rows[0]?.bookedOn ?? '';
    const place = { scope: round.scope, administration };
    let book: BookOfAdministration | null = null;
    let booked: readonly string[] = [];

    async function ask(asked: readonly AskedRow[]): Promise<Decided[]> {
      invariant(matcher, 'who is asked is there');
      const lines = await Promise.all(
        asked.map(async ({ line }) => ({ line, keywords: await matcher.keywords(line) })),
      );
      if (book === null) book = await readBook(deps, { ...place, on });
      else await readAgain(deps, book, { ...place, on, ids: booked });
      const complete = await completeBook(store, book, { ...place, lines });
      const decided = await decideLines(matcher, complete, asked);
      booked = invoicesOf(decided);
      return decided;
    }

    return async (rows) => {
      const without = new Map<BankLineRow, Decided | null>(
        rows.map((row) => [row, decideWithout(row, administration.currency, matcher !== null)]),
      );
      const asked = rows.filter((row) => !without.get(row)).map(withLine);
      const found = asked.length > 0 ? await ask(asked) : [];
      return [...without.values()].flatMap((one) => one ?? []).concat(found);
    };
  };
}

const withLine = (row: BankLineRow): AskedRow => ({ row, line: bankLineOf(row) });

const invoicesOf = (decided: readonly Decided[]): string[] => [
  ...new Set(
    decided.flatMap(({ allocations }) => allocations.map((one) => one.invoiceId.toHexString())),
  ),
];
