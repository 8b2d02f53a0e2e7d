import { type Cents, cents } from '@inning/sdk';

export type DecimalAmount = { readonly cents: Cents; readonly isExact: boolean };

const DECIMAL = /^([+-])?(?:(\d{1,13})(?:\.(\d{0,20}))?|\.(\d{1,20}))$/;

/**
 * A decimal of XML Schema as cents. More than two decimals are rounded half away from zero, and
 * `isExact` tells. Null when it is no decimal, such as `1,50`, `1e3` or an amount beyond reason.
 */
export function parseDecimal(text: string): DecimalAmount | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '0', after, onlyAfter] = match;
  const decimals = (after ?? onlyAfter ?? '').padEnd(3, '0');
  const size =
    BigInt(whole) * 100n + BigInt(decimals.slice(0, 2)) + (decimals.charAt(2) >= '5' ? 1n : 0n);
  return {
    cents: cents(Number(sign === '-' ? -size : size)),
    isExact: /^0*$/.test(decimals.slice(2)),
  };
}
