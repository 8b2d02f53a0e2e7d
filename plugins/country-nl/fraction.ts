/** An exact number. `den` is above zero. */
export type Fraction = { readonly num: bigint; readonly den: bigint };

export const ZERO: Fraction = { num: 0n, den: 1n };

export const whole = (value: number | bigint): Fraction => ({ num: BigInt(value), den: 1n });

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.num * b.den + b.num * a.den, a.den * b.den);
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, num: -b.num });

export const multiply = (a: Fraction, b: Fraction): Fraction =>
  reduced(a.num * b.num, a.den * b.den);

export const divide = (a: Fraction, by: number): Fraction => reduced(a.num, a.den * BigInt(by));

export const isLess = (a: Fraction, b: Fraction): boolean => a.num * b.den < b.num * a.den;

/** To the nearest whole number; a half goes up. For numbers of at least zero. */
export function roundHalfUp({ num, den }: Fraction): number {
  return Number((2n * num + den) / (2n * den));
}

/** `10.15` as a fraction, or null when it is no plain decimal number of at most six decimals. */
export function readDecimal(text: string): Fraction | null {
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text)) return null;
  const [units = '', decimals = ''] = text.split('.');
  return reduced(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}

/** The shortest decimal text of a fraction that was read by `readDecimal`, or of a sum of those. */
export function writeDecimal({ num, den }: Fraction): string {
  const millionths = String((num * 1_000_000n) / den).padStart(7, '0');
  const decimals = millionths.slice(-6).replace(/0+$/, '');
  return millionths.slice(0, -6) + (decimals && `.${decimals}`);
}

function reduced(num: bigint, den: bigint): Fraction {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? ZERO : { num: num / a, den: den / a };
}
