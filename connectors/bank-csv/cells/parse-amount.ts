import { type Cents, cents } from '@inning/sdk';
import { type CellFault, type CellProblem, shorten } from '../csv-problem.ts';
import type { DecimalMark } from './styles.ts';

const MAX_DIGITS = 13;
const CURRENCY = /^(?:€|EUR)\s*|\s*(?:€|EUR)$/gi;
const PLAIN = /^(\d+)(?:([.,])(\d{1,2}))?$/;
const GROUPED = /^(\d{1,3}(?:([.,' ])\d{3})+)(?:([.,])(\d{1,2}))?$/;

/**
 * `12,50`, `+1.234,50`, `-1,234.50`, `12,50-` or `€ 12` in whole cents, or what is wrong with it. Never
 * rounds and never guesses: `1.234` may be a thousand or one and a fraction, unless the file shows or a
 * person said what stands before the cents.
 */
export function parseAmount(text: string, mark: DecimalMark | null): Cents | CellFault {
  const { size, isNegative } = withoutSign(text);
  const read = readPlain(size, mark) ?? readGrouped(size, mark);
  if (typeof read === 'object') {
    const value = shorten(text.trim());
    return { code: read.code, message: `“${value}” ${read.says}.`, value };
  }
  return isNegative ? cents(0 - read) : read;
}

/** The sign stands before, behind, or is a pair of parentheses as bookkeepers write it. */
function withoutSign(text: string): { readonly size: string; readonly isNegative: boolean } {
  const plain = text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('−', '-')
    .trim();
  const bare = plain.replace(CURRENCY, '');
  const inside = /^\((.*)\)$/.exec(bare)?.[1];
  if (inside !== undefined) return { size: inside.trim(), isNegative: true };
  const [, before = '', size = '', behind = ''] = /^([+-]?)(.*?)([+-]?)$/.exec(bare) ?? [];
  if (before !== '' && behind !== '') return { size: '', isNegative: false };
  const naked = size.trim().replace(CURRENCY, '').trim();
  return { size: naked, isNegative: before === '-' || behind === '-' };
}

type Fault = { readonly code: CellProblem; readonly says: string };
const NO_AMOUNT: Fault = { code: 'AMOUNT_INVALID', says: 'is not an amount' };

function readPlain(size: string, mark: DecimalMark | null): Cents | Fault | null {
  const [, whole, used, decimals] = PLAIN.exec(size) ?? [];
  if (whole === undefined) return null;
  const isOther = used !== undefined && mark !== null && used !== mark;
  return isOther ? NO_AMOUNT : toCents(whole, decimals);
}

function readGrouped(size: string, mark: DecimalMark | null): Cents | Fault {
  const found = GROUPED.exec(size);
  if (found === null) return NO_AMOUNT;
  const [, whole = '', group = '', used, decimals] = found;
  const isMixed = new Set(whole.replace(/\d/g, '')).size > 1;
  if (isMixed || clashes(mark, group, used)) return NO_AMOUNT;
  const digits = whole.replace(/\D/g, '');
  const isOneGroup = used === undefined && whole.length === digits.length + 1;
  if (isOneGroup && mark === null && /[.,]/.test(group)) {
    return { code: 'AMOUNT_UNCLEAR', says: `can be ${digits} or a fraction; write the cents` };
  }
  return toCents(digits, decimals);
}

/** One mark cannot stand for both, nor for other than in the rest of the file. */
const clashes = (mark: DecimalMark | null, group: string, used: string | undefined): boolean =>
  group === used || (mark !== null && (group === mark || (used !== undefined && used !== mark)));

function toCents(whole: string, decimals = ''): Cents | Fault {
  const digits = `${whole}${decimals.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  return digits.length > MAX_DIGITS
    ? { code: 'AMOUNT_TOO_LARGE', says: 'is too large an amount' }
    : cents(Number(digits));
}
