import { type Cents, cents } from '@inning/sdk';

/** A hundred billion; more than that in one line is a mistake in the file. */
const MAX_DIGITS = 13;

/**
 * `12,5` or `0012,50` in whole cents, or the sentence that says why it is not an amount. The comma is
 * not optional, which shows an amount that was cut off; some banks write a point. Never rounds.
 */
export function parseCents(text: string): Cents | string {
  const match = /^(\d+)[.,](\d*)$/.exec(text);
  const whole = match?.[1];
  const decimals = match?.[2];
  if (whole === undefined || decimals === undefined) return `“${shorten(text)}” is not an amount.`;
  if (/[1-9]/.test(decimals.slice(2))) return `“${shorten(text)}” has parts of a cent.`;

  const digits = `${whole}${decimals.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > MAX_DIGITS) return `“${shorten(text)}” is too large an amount.`;
  return cents(Number(digits));
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
