import { openRowsOf } from '../book/book.ts';
import { touches } from '../finding/find-references.ts';
import type { Case } from '../drafting/case.ts';
import { pickAmounts } from '../drafting/pick-amounts.ts';
import type { Draft } from '../drafting/proposal.ts';

const MOST_ROWS = 24;

/**
 * The text holds several numbers, and one that is named together with other invoices of the debtor
 * costs exactly this: then one of the numbers may be mistyped, even where it is that of an invoice.
 */
export function sumsWithOthers(open: Case, { debtor, named, parts }: Draft): boolean {
  const { book, payment, text } = open;
  if (debtor < 0 || !isList(open, named)) return false;
  const rows = openRowsOf(book, debtor, MOST_ROWS);
  return named.some(({ row }) => {
    const others = rows.filter((other) => other !== row);
    const groups = [
      { row, isOptional: false },
      ...others.map((other) => ({ row: other, isOptional: true })),
    ];
    const picked = pickAmounts(book, payment.amountCents, groups);
    if (!picked || picked.parts.length < 2) return false;
    return picked.parts.length !== parts.length || text.pieces.length > 1;
  });
}

/** Two places in the text that may each be the number of an invoice. */
function isList({ text, book }: Case, named: Draft['named']): boolean {
  if (named.length > 1) return true;
  return text.pieces.some(
    (piece) =>
      piece.isTight &&
      isNear(book.numberLengths, piece.digits.length) &&
      !named.some((one) => touches(one, piece)),
  );
}

const isNear = (lengths: ReadonlySet<number>, length: number): boolean =>
  [length - 1, length, length + 1].some((near) => lengths.has(near));
