import type { ReferenceKind } from '../book/book.ts';
import type { Piece } from '../reading/find-pieces.ts';
import { digitsOf, plainText } from '../reading/plain-text.ts';
import type { Look, Reference } from './reference.ts';

type Found = {
  readonly kind: ReferenceKind;
  readonly row: number;
  readonly piece: Piece;
  readonly how: Reference['how'];
};

/** Points for what a number in the text says by itself; 0 is chance. */
export function weighReference(look: Look, found: Found): number {
  const { invoices, debtors, plans } = look.book;
  const { kind, row } = found;
  if (kind === 'number') return weighNumber(look, found, invoices.number[row] ?? '');
  if (kind === 'kenmerk') return weighKenmerk(look, found, invoices.reference[row] ?? '');
  const name = {
    dossier: invoices.dossier[row],
    customer: debtors.customerNumber[row],
    plan: plans[row]?.planId,
  }[kind];
  return weighName(found, { name: name ?? '', cue: kind, most: MOST_POINTS[kind] });
}

const MOST_POINTS = { dossier: 6.5, customer: 5.5, plan: 8 } as const;

function weighNumber(look: Look, found: Found, number: string): number {
  const { piece, how } = found;
  if (piece.cue === 'phone') return 0;
  if (how === 'typed') return piece.digits.length >= 8 ? 3.5 : 3;
  if (piece.digits.length < 5) return piece.cue === 'invoice' ? 4.5 : 2;
  const weight = how === 'exact' ? weighExact(look, piece, number) : weighNotation(piece);
  return weight - doubt(piece);
}

/** Points of a number written as the creditor writes it: then no other reading is looked for. */
export const OWN_NOTATION = 7.1;

function weighExact(look: Look, piece: Piece, number: string): number {
  if (isOwnNotation(look, piece, number)) return OWN_NOTATION;
  const weight = piece.cue === 'invoice' ? 7 : 6.2;
  return hasOtherLetters(piece, number) ? weight - 0.8 : weight;
}

/** A long run of digits in which a number was found may be anything. */
const weighNotation = ({ parts, digits }: Piece): number =>
  parts.length === 1 && digits.length > 11 ? 4.5 : 6;

/** What a number loses when something says that it is a day, a customer or the payer's own. */
function doubt({ cue, digits, parts }: Piece): number {
  if (cue === 'own') return 3;
  if (cue === 'customer' || cue === 'dossier') return 1.5;
  const isDay =
    parts.length === 1 && /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
  if (isDay && cue === 'date') return 4;
  return isDay && cue !== 'invoice' ? 0.4 : 0;
}

/** The text has the number as the creditor writes it, with prefix and marks. */
function isOwnNotation({ text }: Look, piece: Piece, number: string): boolean {
  const { from: start, to: end } = piece;
  const own = plainText(number);
  const body = own.slice(own.search(/\d/));
  const prefix = own.slice(0, own.length - body.length);
  return text.plain.slice(start, end) === body && text.plain.slice(0, start).endsWith(prefix);
}

/** `CN2024-138` is not `F2024-138`: another short prefix stands before the same digits. */
function hasOtherLetters(piece: Piece, number: string): boolean {
  const own = plainText(number).match(/^[A-Z]+/)?.[0] ?? '';
  return (
    /^[A-Z]{1,2}$/.test(piece.letters) &&
    piece.letters !== own &&
    !/^(?:NR|NO|F|S|EN|DD)$/.test(piece.letters)
  );
}

function weighKenmerk(look: Look, found: Found, reference: string): number {
  const { length } = digitsOf(reference);
  if (found.how === 'typed') return length >= 12 ? 4.5 : 3;
  if (length < 9) return weighNumber(look, found, reference);
  if (found.how === 'notation') return length >= 14 ? 7.5 : 5.5;
  return length >= 12 ? 9 : 7;
}

type Named = { readonly name: string; readonly cue: Piece['cue']; readonly most: number };

/** Numbers of dossiers, customers and plans: surest with their letters, or with their word before them. */
function weighName({ piece, how }: Found, named: Named): number {
  if (how === 'typed') return 0;
  const letters = /^[A-Z]*/.exec(plainText(named.name))?.[0] ?? '';
  const hasLetters = piece.letters.endsWith(letters);
  if (how === 'exact' && saysKind(piece, named.cue)) {
    return hasLetters ? named.most + 0.5 : named.most - 1;
  }
  if (how === 'notation' || !hasLetters) return weighHint(piece);
  return letters === '' ? weighBare(piece, named.most) : named.most;
}

const weighHint = ({ cue, digits }: Piece): number =>
  cue === 'phone' ? 0 : digits.length >= 6 ? 2 : 0.5;

const saysKind = ({ cue }: Piece, kind: Piece['cue']): boolean =>
  cue === kind || (kind === 'dossier' && cue === 'customer');

/** Digits without letters and without a word before them: the longer, the surer. */
function weighBare({ cue, digits }: Piece, most: number): number {
  if (cue === 'own' || cue === 'date') return 1;
  if (digits.length >= 7) return most - 0.3;
  if (digits.length === 6) return most - 0.8;
  return digits.length === 5 ? 2.5 : 1;
}
