import type { Locale } from '@inning/sdk';

/** How amounts are written while they are typed. */
export function moneySigns(locale: Locale): { decimal: string; thousand: string } {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).formatToParts(12_345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: sign('decimal') ?? ',', thousand: sign('group') ?? '' };
}

/** Whole cents of an amount in euros as a number input gives it; null for what is no amount. */
export function centsOfEuros(euros: number | string): number | null {
  if (typeof euros === 'string' && euros.trim() === '') return null;
  const cents = Math.round(Number(euros) * 100);
  return Number.isSafeInteger(cents) ? cents : null;
}
