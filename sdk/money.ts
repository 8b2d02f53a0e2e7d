import { invariant } from './invariant.ts';

declare const centsBrand: unique symbol;
/** A whole number of euro cents (or of the claim's currency). Never a fraction. */
export type Cents = number & { readonly [centsBrand]: true };

/** Hundredths of a percent: 15 % is 1500. */
export type BasisPoints = number;

export const ZERO_CENTS = 0 as Cents;

/** Accepts a safe whole number and nothing else; use at the edges of the system. */
export function cents(value: number): Cents {
  invariant(Number.isSafeInteger(value), `cents must be a whole number, got ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
export const negateCents = (a: Cents): Cents => cents(-a);
export const minCents = (a: Cents, b: Cents): Cents => (a < b ? a : b);
export const maxCents = (a: Cents, b: Cents): Cents => (a > b ? a : b);

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

export type Rounding = 'half-up' | 'down' | 'up';

/** A percentage of an amount. The rounding is named by the caller; half-up rounds away from zero. */
export function percentOfCents(amount: Cents, points: BasisPoints, rounding: Rounding): Cents {
  invariant(Number.isSafeInteger(points), 'basis points are whole');
  const product = BigInt(amount) * BigInt(points);
  const sign = product < 0n ? -1n : 1n;
  const size = product * sign;
  const whole = size / 10_000n;
  const rest = size % 10_000n;
  const bump = rounding === 'up' ? rest > 0n : rounding === 'half-up' ? rest >= 5_000n : false;
  return cents(Number(sign * (whole + (bump ? 1n : 0n))));
}

/**
 * Divides an amount in proportion to the weights. The parts always add up to the amount;
 * the cents left over go to the parts with the largest remainder, the first of equals first.
 */
export function allocateCents(amount: Cents, weights: readonly number[]): Cents[] {
  invariant(weights.length > 0, 'at least one weight');
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are whole numbers of at least zero',
  );
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  invariant(total > 0n, 'the weights are not all zero');

  const sign = amount < 0 ? -1n : 1n;
  const size = BigInt(amount) * sign;
  const parts = weights.map((weight, index) => {
    const product = size * BigInt(weight);
    return { index, whole: product / total, rest: product % total };
  });
  let left = size - parts.reduce((sum, part) => sum + part.whole, 0n);

  const byRemainder = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map((part) => cents(Number(part.whole * sign)));
}

const NUMBER_LOCALES = { nl: 'nl-NL', en: 'en-IE', de: 'de-DE', fr: 'fr-FR' } as const;

/** An amount as a person reads it: `€ 1.234,50` in Dutch. */
export function formatCents(
  amount: Cents,
  locale: keyof typeof NUMBER_LOCALES = 'nl',
  currency = 'EUR',
): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
  const parts = formatter(locale, currency).format(decimal as unknown as number);
  return sign + parts.replaceAll('\u202f', '\u00a0');
}

const formatters = new Map<string, Intl.NumberFormat>();
function formatter(locale: keyof typeof NUMBER_LOCALES, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(NUMBER_LOCALES[locale], { style: 'currency', currency });
    formatters.set(key, found);
  }
  return found;
}
