import { type Cents, cents } from '@inning/sdk';

export type DecimalMark = ',' | '.';
export type Amount = {
  readonly cents: Cents;
  /** The currency that stood with the amount, or null. */
  readonly currency: string | null;
};
export type Unparsed = { readonly problem: string };

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/**
 * An amount as people and programs write it: `1.234,50`, `1,234.50`, `€ 12,-`, `(12.50)`,
 * `12,50-`, `EUR 12`. Never guesses: `1.234` needs the `mark` that the rest of the column shows.
 */
export function parseAmount(text: string, mark: DecimalMark | null): Amount | Unparsed {
  if (/^[=@]/.test(text)) return { problem: 'is a formula; only amounts are read' };
  if (text.includes('$')) return { problem: 'does not say which dollar it is in' };
  const money = takeCurrency(text.replaceAll('\u2212', '-'));
  if (money === null) return { problem: 'is not an amount' };
  const { digits, isNegative } = takeSign(money.rest);
  const size = parseSize(digits, mark);
  if (typeof size !== 'bigint') return size;
  const value = Number(isNegative ? -size : size);
  return { cents: cents(value), currency: money.currency };
}

function takeCurrency(text: string): { rest: string; currency: string | null } | null {
  const match = /^([-+(]?\s*)([€£]|[A-Z]{3})?([^€£A-Za-z$]*?)([€£]|[A-Z]{3})?(\)?)$/u.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, before = '', first, body = '', last, after = ''] = match;
  if (first !== undefined && last !== undefined) return null;
  const sign = first ?? last;
  const currency = sign === undefined ? null : (SIGNS[sign] ?? sign);
  return { rest: before + body + after, currency };
}

function takeSign(text: string): { digits: string; isNegative: boolean } {
  const bare = text.trim();
  const bracketed = /^\(\s*([^()]*?)\s*\)$/.exec(bare)?.[1];
  if (bracketed !== undefined) return { digits: bracketed, isNegative: true };
  // `12,-` is a way to write whole euros and no minus.
  const trailing = /^(\d.*\d)\s*-$/.exec(bare)?.[1];
  if (trailing !== undefined) return { digits: trailing, isNegative: true };
  const leading = /^([-+])\s*(.*)$/.exec(bare);
  if (leading) return { digits: leading[2] ?? '', isNegative: leading[1] === '-' };
  return { digits: bare, isNegative: false };
}

const MAX_DIGITS = 13;

/** Digits, perhaps in groups of three, perhaps with decimals. */
const SIZE =
  /^(\d{1,3}(?:([., '’\u00a0\u2007\u2009\u202f])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d+))?$/;
/** One group and no decimals: `1.234` may be a thousand and more, or one and a fraction. */
const UNCLEAR = /^(\d{1,3})([.,])(\d{3})$/;

function parseSize(text: string, mark: DecimalMark | null): bigint | Unparsed {
  const digits = text.replace(/[.,](--?|—|–)$/, ',00');
  const unclear = UNCLEAR.exec(digits);
  if (unclear) return parseUnclear(unclear, mark);
  const [, whole = '', group, point, decimals = ''] = SIZE.exec(digits) ?? [];
  if (whole === '' || (group !== undefined && group === point)) {
    return { problem: 'is not an amount' };
  }
  return toSize(whole, decimals);
}

function parseUnclear(match: RegExpExecArray, mark: DecimalMark | null): bigint | Unparsed {
  const [, left = '', sign, right = ''] = match;
  if (sign === mark || left === '0') return toSize(left, right);
  if (mark !== null) return toSize(left + right, '');
  return { problem: `can be ${left}${right} or ${left} and a fraction; write the cents` };
}

function toSize(whole: string, decimals: string): bigint | Unparsed {
  const digits = whole.replace(/\D/g, '');
  if (digits.length > MAX_DIGITS) return { problem: 'is larger than any invoice' };
  if (!/^\d{0,2}0*$/.test(decimals)) return { problem: 'has more than two decimals' };
  return BigInt(digits) * 100n + BigInt(decimals.slice(0, 2).padEnd(2, '0'));
}
