/**
 * An exact number; `den` is above zero. Fractions with one denominator are added without looking for a
 * smaller one, which is what takes time: `simplify` where they would grow.
 */
export type Fraction = { readonly num: bigint; readonly den: bigint };

export const ZERO: Fraction = { num: 0n, den: 1n };

export const whole = (value: number | bigint): Fraction => ({ num: BigInt(value), den: 1n });

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.num === 0n) return b;
  if (b.num === 0n) return a;
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  const sum = { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
  return a.den === 1n || b.den === 1n ? sum : simplify(sum);
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, num: -b.num });

export const multiply = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.num,
  den: a.den * b.den,
});

export const divide = (a: Fraction, by: number): Fraction => ({
  num: a.num,
  den: a.den * BigInt(by),
});

/** The same number with the smallest denominator. */
export function simplify({ num, den }: Fraction): Fraction {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

export const isLess = (a: Fraction, b: Fraction): boolean => a.num * b.den < b.num * a.den;

/** To the nearest whole number; a half goes up. For numbers of at least zero. */
export function roundHalfUp({ num, den }: Fraction): number {
  return Number((2n * num + den) / (2n * den));
}

const DECIMALS = 6;
const MILLION = 10n ** BigInt(DECIMALS);

/** `10.15` as a fraction, or null when it is no plain decimal number of at most six decimals. */
export function readDecimal(text: string): Fraction | null {
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) return null;
  const [units = '', decimals = ''] = text.split('.');
  return { num: BigInt(units + decimals.padEnd(DECIMALS, '0')), den: MILLION };
}

/** The shortest decimal text of what `readDecimal` read, or of a sum of those. */
export function writeDecimal({ num, den }: Fraction): string {
  const millionths = String((num * MILLION) / den).padStart(DECIMALS + 1, '0');
  const decimals = millionths.slice(-DECIMALS).replace(/0+$/, '');
  return millionths.slice(0, -DECIMALS) + (decimals && `.${decimals}`);
}
