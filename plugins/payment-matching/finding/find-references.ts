import { type Book, debtorOf, type ReferenceKind, referenceOf } from '../book/book.ts';
import type { Piece } from '../reading/find-pieces.ts';
import { readingsOf, typedLike } from './number-readings.ts';
import type { Look, Reference } from './reference.ts';
import { OWN_NOTATION, weighReference } from './weigh-reference.ts';

const MOST_TYPED_PIECES = 3;
const STRONG = 5;

/** Everything the numbers in a text point at, exactly or in another notation; longer readings win. */
export function findReferences(look: Look): Reference[] {
  const exact = look.text.pieces.flatMap((piece) =>
    referencesTo(look, { piece, digits: piece.digits, how: 'exact' }),
  );
  const kept = withoutInner(exact);
  const free = look.text.pieces.filter(
    (piece) => !kept.some((one) => isSettled(one) && touches(one, piece)),
  );
  const otherwise = free.flatMap((piece) =>
    readingsOf(piece, look).flatMap((digits) =>
      referencesTo(look, { piece, digits, how: 'notation' }),
    ),
  );
  return [...kept, ...withoutInner(otherwise)];
}

/** Written as the creditor writes it; `2025-1820` may still be 2025/1820 of one or 2025-001820 of another. */
const isSettled = ({ kind, weight }: Reference): boolean =>
  kind === 'number' ? weight >= OWN_NOTATION : weight >= STRONG;

/** Numbers of invoices that differ in one typing error from a number in the text that points nowhere. */
export function findTyped(look: Look, known: readonly Reference[]): Reference[] {
  const { numberLengths } = look.book;
  return look.text.pieces
    .filter((piece) => !known.some((one) => one.weight >= STRONG && touches(one, piece)))
    .filter((piece) => !['phone', 'own', 'date'].includes(piece.cue))
    .filter(({ digits: { length } }) => length >= 6 && isNearLength(length, numberLengths))
    .toSorted((a, b) => Number(b.isTight) - Number(a.isTight) || b.digits.length - a.digits.length)
    .slice(0, MOST_TYPED_PIECES)
    .flatMap((piece) =>
      [...typedLike(piece.digits)].flatMap((digits) =>
        referencesTo(look, { piece, digits, how: 'typed' }),
      ),
    )
    .slice(0, 60);
}

const isNearLength = (length: number, lengths: ReadonlySet<number>): boolean =>
  (length >= 15 && length <= 17) ||
  lengths.has(length) ||
  lengths.has(length - 1) ||
  lengths.has(length + 1);

type Reading = {
  readonly piece: Piece;
  readonly digits: string;
  readonly how: Reference['how'];
};

function referencesTo(look: Look, { piece, digits, how }: Reading): Reference[] {
  const found = look.book.references.find(digits, 400);
  if (found.length === 0) return [];
  const references: Reference[] = [];
  for (const packed of found) {
    const { kind, row } = referenceOf(packed);
    const debtor = debtorOfReference(look.book, kind, row);
    if (!look.scope.has(look.book.debtors.administration[debtor] ?? -1)) continue;
    if (how === 'typed' && kind !== 'number' && kind !== 'kenmerk') continue;
    const weight = weighReference(look, { kind, row, piece, how });
    if (weight > 0) references.push({ kind, row, debtor, piece, how, weight });
  }
  return references;
}

function debtorOfReference(book: Book, kind: ReferenceKind, row: number): number {
  if (kind === 'customer') return row;
  return kind === 'plan' ? (book.plans[row]?.debtor ?? -1) : debtorOf(book, row);
}

export const touches = ({ piece }: Reference, other: Piece): boolean =>
  piece.from < other.to && other.from < piece.to;

/** What was read inside a longer number is no number by itself; of readings that overlap, the surest stays. */
function withoutInner(found: readonly Reference[]): Reference[] {
  return found.filter(
    (one) =>
      !found.some((other) => other !== one && touches(other, one.piece) && beats(other, one)),
  );
}

function beats(other: Reference, one: Reference): boolean {
  const size = (piece: Piece) => piece.to - piece.from;
  if (size(other.piece) === size(one.piece) && other.piece.from === one.piece.from) {
    return other.weight >= one.weight + 2.5;
  }
  const contains = other.piece.from <= one.piece.from && one.piece.to <= other.piece.to;
  if (contains) return other.weight >= one.weight - 1;
  return other.weight >= one.weight + 0.5;
}
