import { cents, type Cents } from '../money.ts';

const DECIMAL = /^(-?)(\d{1,13})(?:\.(\d{1,3}))?$/;

/**
 * `-12.5` as -1250, from a text or a number of JSON; null for anything else. Nothing is rounded: a part of
 * a cent is null too. A number of JSON is read by its digits, never reckoned with.
 */
export function readDecimalCents(value: unknown): Cents | null {
  const digits = typeof value === 'number' ? String(value) : value;
  const [, sign, whole, part = ''] =
    DECIMAL.exec(typeof digits === 'string' ? digits.trim() : '') ?? [];
  if (whole === undefined || (part.length === 3 && !part.endsWith('0'))) return null;
  const sum = Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, '0'));
  return cents(sign === '-' ? -sum : sum);
}
