import { type Cents, cents } from '@inning/sdk';

const MAX_DIGITS = 13;
const PLAIN = /^(\d+)(?:[.,](\d{1,2}))?$/;
const GROUPED = /^(\d{1,3}(?:([.,])\d{3})+)(?:([.,])(\d{1,2}))?$/;

/**
 * `12,50`, `+1.234,50`, `-1,234.50` or `12` in whole cents, or the sentence that says why it is not
 * an amount. Never rounds and never guesses: `1.234` may be a thousand or one and a fraction.
 */
export function parseAmount(text: string): Cents | string {
  const bare = text.trim();
  const isNegative = bare.startsWith('-');
  const size = bare.replace(/^[+-]\s*/, '');
  const plain = PLAIN.exec(size);
  const read = plain ? toCents(plain[1], plain[2]) : parseGrouped(size);
  if (typeof read === 'string') return `“${shorten(bare)}” ${read}.`;
  return isNegative ? cents(-read) : read;
}

function parseGrouped(size: string): Cents | string {
  const [, whole = '', group, mark, decimals] = GROUPED.exec(size) ?? [];
  const isMixed = whole.includes('.') && whole.includes(',');
  if (whole === '' || group === mark || isMixed) return 'is not an amount';
  const digits = whole.replace(/\D/g, '');
  const isUnclear = mark === undefined && whole.length === digits.length + 1;
  return isUnclear ? `can be ${digits} or a fraction; write the cents` : toCents(digits, decimals);
}

function toCents(whole = '', decimals = ''): Cents | string {
  const digits = `${whole}${decimals.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  return digits.length > MAX_DIGITS ? 'is too large an amount' : cents(Number(digits));
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
