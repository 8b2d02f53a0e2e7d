import { claimOf } from '../book/book.ts';
import { rarityOf } from './amount-points.ts';
import { findTyped, touches } from '../finding/find-references.ts';
import type { Reference } from '../finding/reference.ts';
import type { Piece } from '../reading/find-pieces.ts';
import type { Case } from './case.ts';
import { draftExact, listOf } from './exact-list.ts';
import { choicesBy, type Mention, mentionsOf } from './mentions.ts';
import type { Draft } from './proposal.ts';

const SURE = 5.5;
/** Every reading of a place may be right when the sum has to say which. */
const ANY = 10;

/**
 * A list of several debtors that is not exactly what was paid: with one more number that was mistyped it
 * may be, else it was paid short or more was paid. Of the last two a person must say whose part it is.
 */
export function draftInexact(open: Case, mentions: readonly Mention[]): Draft[] {
  const typed = draftTyped(open);
  if (typed) return [typed];
  const sure = mentions.filter(({ weight }) => weight >= SURE);
  const picked = sure.flatMap((mention) => choicesBy(open.book, mention, 0).slice(0, 1));
  if (picked.length < 2) return [];
  const whole = listOf(picked, { isOnly: true });
  // Of one debtor it is a list like any other.
  return whole && whole.debtor < 0 ? withDifference(open, whole) : [];
}

/** With numbers that have one typing error the list is exact. */
export function draftTyped(open: Case): Draft | null {
  const { book, scope, text, references } = open;
  const exact = references.filter((one) => one.how === 'exact' || one.kind !== 'number');
  if (!text.pieces.some((piece) => isLoose(piece, exact))) return null;
  const notation = references.filter((one) => one.how === 'notation' && !exact.includes(one));
  const more = [...notation, ...findTyped({ book, scope, text }, exact)];
  const mentions = mentionsOf(book, [...exact, ...more], ANY);
  const draft = draftExact(open, mentions.map(needed));
  return draft && { ...draft, points: pointsOf(open, draft) };
}

/** The rest of a sum is hardly a chance, unless hundreds pay just that. */
function pointsOf(open: Case, { named, parts, points }: Draft): number {
  const rows = named.filter((one) => one.how !== 'exact').map((one) => one.row);
  const paid = parts.filter(({ row }) => rows.includes(row));
  const rarities = paid.map(({ amountCents }) => rarityOf(open, amountCents));
  return Math.min(2.5, points - 3 + Math.min(...rarities));
}

/** A number that stands there was meant, however badly it is written: none is left out of the sum. */
const needed = (mention: Mention): Mention => ({
  ...mention,
  weight: Math.max(SURE, mention.weight),
});

const isLoose = (piece: Piece, references: readonly Reference[]): boolean =>
  piece.digits.length >= 6 && !references.some((one) => touches(one, piece));

/** All that is named, with what is short on the last that can bear it; what is over stays free. */
function withDifference({ book, payment }: Case, whole: Draft): Draft[] {
  const total = whole.parts.reduce((sum, part) => sum + part.amountCents, 0);
  const over = payment.amountCents - total;
  if (over >= 0) return [{ ...whole, fit: 'over', points: 0 }];
  const last = whole.parts.findLast(
    ({ row, amountCents }) => amountCents > -over && claimOf(book, row) > 0,
  );
  if (!last) return [];
  const parts = whole.parts.map((part) =>
    part === last ? { ...part, amountCents: part.amountCents + over } : part,
  );
  return [{ ...whole, fit: 'short', parts, points: -over <= total * 0.12 ? 1 : -2 }];
}
