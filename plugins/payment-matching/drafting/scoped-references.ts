import { claimOf, openRowsOf } from '../book/book.ts';
import { touches } from '../finding/find-references.ts';
import type { Reference } from '../finding/reference.ts';
import { digitsOf, typingErrors } from '../reading/plain-text.ts';
import type { Piece } from '../reading/find-pieces.ts';
import type { Case } from './case.ts';

const MOST_ROWS = 60;

/**
 * Numbers of one debtor's invoices that the text names loosely: only the counter of a list
 * (`20240145/0164`), a range (`0105 t/m 0107`), or with up to two typing errors. Among all invoices this
 * would be chance; among those of the debtor who pays it is a hint.
 */
export function findScoped(open: Case, debtor: number, known: readonly Reference[]): Reference[] {
  const pieces = open.text.pieces.filter(
    (piece) => isFree(open, debtor, piece) && piece.cue !== 'phone' && piece.digits.length <= 18,
  );
  if (pieces.length === 0) return [];
  const taken = new Set(known.map((one) => one.row));
  const found: Reference[] = [];
  for (const row of openRowsOf(open.book, debtor, MOST_ROWS)) {
    if (taken.has(row)) continue;
    const best = bestPiece(open, row, { pieces, isList: known.length > 0 });
    if (best) found.push({ kind: 'number', row, debtor, how: 'typed', ...best });
  }
  return onePerPiece(found);
}

/** Clearly the number of another one who may be the payer is not also a typing error here. */
const isFree = ({ references, payers }: Case, debtor: number, piece: Piece): boolean =>
  !references.some(
    (one) =>
      one.weight >= 5 &&
      touches(one, piece) &&
      (one.debtor === debtor || (payers.get(one.debtor)?.points ?? 0) >= 2),
  );

type Among = { readonly pieces: readonly Piece[]; readonly isList: boolean };

function bestPiece(open: Case, row: number, { pieces, isList }: Among) {
  const number = digitsOf(open.book.invoices.number[row] ?? '');
  const reference = digitsOf(open.book.invoices.reference[row] ?? '');
  let best: { piece: Piece; weight: number } | null = null;
  for (const piece of pieces) {
    const weight = Math.max(
      weighLoose(piece, number, isList),
      reference.length >= 12 ? weighTyped(piece, reference) : 0,
    );
    if (weight > (best?.weight ?? 0)) best = { piece, weight };
  }
  return best;
}

function weighLoose(piece: Piece, number: string, isList: boolean): number {
  const isTail = isTailOf(piece, number);
  if (isTail && isList) return 4;
  if (isTail && piece.cue === 'invoice') return 3.2;
  if (isTail && piece.digits.length >= 4 && piece.cue === '') return 2;
  return weighTyped(piece, number);
}

/** The last digits of a number, or its counter with or without zeros before it. */
function isTailOf({ digits, parts }: Piece, number: string): boolean {
  if (parts.length > 1 || digits.length < 3 || digits.length >= number.length) return false;
  const counter = number.slice(4).replace(/^0+/, '');
  return number.endsWith(digits) || (counter !== '' && counter === digits.replace(/^0+/, ''));
}

function weighTyped({ digits }: Piece, number: string): number {
  if (number.length < 6 || digits.length < 5) return 0;
  const errors = typingErrors(digits, number, 2);
  if (errors === 0) return 5;
  if (errors === 1) return 3.5;
  return errors === 2 && number.length >= 8 ? 2.2 : 0;
}

/** One place in the text names one invoice: the likeliest, or those that are as likely. */
function onePerPiece(found: readonly Reference[]): Reference[] {
  return found.filter((one) =>
    found.every(
      (other) =>
        other === one ||
        other.piece.from >= one.piece.to ||
        one.piece.from >= other.piece.to ||
        other.weight <= one.weight,
    ),
  );
}

/** With a range the invoices between its ends are named too. */
export function fillRange(open: Case, debtor: number, named: readonly Reference[]): Reference[] {
  if (!/\bT\/M\b|\bTM\b|\bTOT EN MET\b|\bBIS\b/.test(open.text.plain) || named.length !== 2)
    return [];
  const ends = named.map((one) => digitsOf(open.book.invoices.number[one.row] ?? '')).toSorted();
  const [low = '', high = ''] = ends;
  const [first] = named;
  if (!first || low.length !== high.length) return [];
  return openRowsOf(open.book, debtor, MOST_ROWS).flatMap((row) => {
    const number = digitsOf(open.book.invoices.number[row] ?? '');
    const isBetween = number.length === low.length && number > low && number < high;
    if (!isBetween || claimOf(open.book, row) <= 0) return [];
    return [{ ...first, row, debtor, weight: 5, how: 'notation' as const }];
  });
}
