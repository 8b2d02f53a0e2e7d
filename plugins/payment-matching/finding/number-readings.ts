import type { Piece } from '../reading/find-pieces.ts';
import type { Look } from './reference.ts';

/**
 * Other ways to write the same number: the year with two digits or four, zeros left out before the
 * counter, a long run of digits with something glued to it.
 */
export function readingsOf(piece: Piece, { book }: Look): string[] {
  const { digits, parts } = piece;
  const lengths = book.numberLengths;
  const readings = new Set<string>();
  if (/^[012]\d/.test(digits)) readings.add(`20${digits}`);
  if (digits.startsWith('20') && digits.length >= 6) readings.add(digits.slice(2));
  addPadded(readings, parts, lengths);
  if (parts.length === 1) addWindows(readings, digits, lengths);
  readings.delete(digits);
  return [...readings];
}

/** `2024/138` for `2024/0138`: zeros come back until the number is as long as numbers are. */
function addPadded(readings: Set<string>, parts: readonly string[], lengths: ReadonlySet<number>) {
  if (parts.length < 2) return;
  const last = parts.at(-1) ?? '';
  for (const head of [parts.slice(0, -1).join(''), `20${parts.slice(0, -1).join('')}`]) {
    for (const length of lengths) {
      const missing = length - head.length - last.length;
      if (missing > 0 && missing <= 4) readings.add(head + '0'.repeat(missing) + last);
      const bare = last.replace(/^0+/, '');
      const spare = length - head.length - bare.length;
      if (spare >= 0 && spare < last.length - bare.length)
        readings.add(head + '0'.repeat(spare) + bare);
    }
  }
}

/** A number with other digits glued before or behind it: every part of it that is as long as a number. */
function addWindows(readings: Set<string>, digits: string, lengths: ReadonlySet<number>) {
  if (digits.length > 24) return;
  for (const length of [...lengths, 16]) {
    if (length < 6 || length >= digits.length) continue;
    for (let at = 0; at + length <= digits.length; at += 1)
      readings.add(digits.slice(at, at + length));
  }
}

/** All texts of digits that have one typing error with this one; some 220 for nine digits. */
export function typedLike(digits: string): Set<string> {
  const likes = new Set<string>();
  for (let at = 0; at <= digits.length; at += 1) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)];
    const [first = '', second = ''] = tail;
    likes.add(head + tail.slice(1));
    likes.add(head + second + first + tail.slice(2));
    for (let digit = 0; digit <= 9; digit += 1) {
      likes.add(head + digit + tail);
      if (first !== '') likes.add(head + digit + tail.slice(1));
    }
  }
  likes.delete(digits);
  return likes;
}
