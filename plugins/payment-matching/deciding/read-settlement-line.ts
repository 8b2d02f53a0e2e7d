import { amountsOf, type Book, claimOf, openRowsOf, type Scope } from '../book/book.ts';
import type { SettlementLine } from '../book/book-input.ts';
import { findByName, likenessOf } from '../finding/find-payers.ts';
import { findReferences, findTyped } from '../finding/find-references.ts';
import { digitsOf, typingErrors } from '../reading/plain-text.ts';
import { type ReadText, readText } from '../reading/read-text.ts';

export type ReadLine = {
  /** -1 when the line is for no invoice. */
  readonly row: number;
  readonly amountCents: number;
  readonly isUnsure: boolean;
  readonly description: string;
};
type Candidate = {
  readonly row: number;
  readonly points: number;
  readonly isAmount: boolean;
  /** The amount, the name or a check digit agrees, and not only a number. */
  readonly isSupported: boolean;
};

const LEAST_POINTS = 5.2;
const CLEAR_POINTS = 7.5;
const MOST_ROWS = 40;

/** The invoice that a line of a report is for: by its number, the amount, and the name of who paid. */
export function readSettlementLine(book: Book, scope: Scope, line: SettlementLine): ReadLine {
  const { amountCents, description } = line;
  const text = readText(description, book.ownWords);
  const ranked = [
    ...byNumber(book, scope, { line, text }),
    ...byPayer(book, scope, { line, text }),
  ].toSorted((a, b) => b.points - a.points);
  const [best] = ranked;
  if (!best || best.points < LEAST_POINTS) {
    const isUnsure = best?.isSupported === true && !isOrder(text);
    return { row: -1, amountCents, isUnsure, description };
  }
  const isUnsure = amountCents < 0 || !isClear(best, ranked);
  return { row: best.row, amountCents, isUnsure, description };
}

function isClear(best: Candidate, ranked: readonly Candidate[]): boolean {
  const second = ranked.find(({ row }) => row !== best.row);
  const isAhead = best.points - (second?.points ?? 0) >= 1;
  // One digit beside it another costs exactly this: the number may be the mistake.
  const isOther = !best.isAmount && ranked.some((one) => one.isAmount);
  return best.points >= CLEAR_POINTS && best.isSupported && isAhead && !isOther;
}

/** A web shop's own sale, which has a number of its own. */
const isOrder = ({ pieces }: ReadText): boolean => pieces.some(({ cue }) => cue === 'own');

type Line = { readonly line: SettlementLine; readonly text: ReadText };

/** Invoices whose number stands there; a web shop's order may have the number of an invoice. */
function byNumber(book: Book, scope: Scope, { line, text }: Line): Candidate[] {
  const look = { book, scope, text };
  const exact = findReferences(look);
  const all = exact.length > 0 ? exact : findTyped(look, exact);
  return all
    .filter((one) => one.kind === 'number' || one.kind === 'kenmerk')
    .map(({ row, debtor, weight, kind, how }) => {
      const likeness = likenessOf(book, line.consumerName, debtor);
      const isAmount = amountsOf(book, row).includes(line.amountCents);
      const isWithin = line.amountCents <= claimOf(book, row);
      const points = weight + likeness * 3 + (isAmount ? 2 : isWithin ? 0.6 : -1);
      // Sixteen digits with a check digit are hardly another's by mistake.
      const isChecked = kind === 'kenmerk' && how === 'exact';
      const isSupported = isChecked || isAmount || likeness >= 0.55;
      return { row, points, isAmount, isSupported };
    });
}

/** What the one who paid owes and costs exactly this; a number that is nearly its own makes it likely. */
function byPayer(book: Book, scope: Scope, { line, text }: Line): Candidate[] {
  const { consumerName: name, amountCents } = line;
  if (amountCents <= 0) return [];
  const payers = findByName({ book, scope, name, amountCents });
  return [...payers].flatMap(([debtor, { likeness }]) =>
    openRowsOf(book, debtor, MOST_ROWS)
      .filter((row) => likeness >= 0.75 && amountsOf(book, row).includes(amountCents))
      .map((row) => ({
        row,
        points: likeness * 3 + 2 + nearness(text, book.invoices.number[row] ?? ''),
        isAmount: true,
        isSupported: true,
      })),
  );
}

function nearness({ pieces }: ReadText, number: string): number {
  const own = digitsOf(number);
  const errors = Math.min(3, ...pieces.map(({ digits }) => typingErrors(digits, own, 2)));
  if (own.length < 5 || errors > 2) return 0;
  return errors <= 1 ? 3.5 : 2.2;
}
