import { cents } from '@inning/sdk';
import type { Format } from './format.ts';

export type ClaimValue = string | number | boolean | null;

/** What a condition looked at: `openCents = € 125,00`. Amounts are known by the name of their field. */
export function sayClaimValue(field: string, value: ClaimValue, format: Format): string {
  const isAmount = field.endsWith('Cents') && typeof value === 'number';
  return `${field} = ${isAmount ? format.money(cents(value)) : String(value ?? '–')}`;
}
