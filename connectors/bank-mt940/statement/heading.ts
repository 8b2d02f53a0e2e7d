import { Mt940Problem } from '../mt940-problem.ts';
import { type Field, placeOfField } from '../text/split-fields.ts';
import { type Account, readAccount } from './account.ts';
import { type Balance, readBalance } from './balances.ts';
import type { Warnings } from '@inning/sdk/bank';

/** What a statement says of itself, around its lines. */
export type Heading = {
  readonly account: string;
  readonly currency: string;
  readonly number: string;
  readonly opening: Balance | null;
  readonly closing: Balance | null;
};

export function readHeading(fields: readonly Field[], warnings: Warnings): Heading {
  const [first] = fields;
  const place = first === undefined ? {} : placeOfField(first);
  const opening = balanceAt(fields.find(({ tag }) => tag.startsWith('60')));
  const closing = balanceAt(fields.findLast(({ tag }) => tag.startsWith('62')));
  const number = numberOf(fields);
  const { account, currency } = accountOf(fields, (opening ?? closing)?.currency ?? null);

  if (closing === null) refuseWhenCut(fields, number);
  warnOfBalances(fields, opening !== null && closing !== null, warnings);
  if (currency === null) warnings.add('This statement names no currency.', place);
  // `XXX` is how ISO 4217 says that no currency is known.
  return { account, currency: currency ?? 'XXX', number, opening, closing };
}

function accountOf(fields: readonly Field[], balanceCurrency: string | null): Account {
  const field = fields.find(({ tag }) => tag.startsWith('25'));
  const read = field && readAccount(field.lines[0] ?? '', balanceCurrency);
  if (!read) {
    const [place] = [field, ...fields].filter((one) => one !== undefined).map(placeOfField);
    throw new Mt940Problem('This statement has no account (field :25:).', place);
  }
  return { ...read, currency: balanceCurrency ?? read.currency ?? limitCurrency(fields) };
}

function warnOfBalances(fields: readonly Field[], hasBoth: boolean, warnings: Warnings): void {
  const [first] = fields;
  if (hasBoth || first === undefined) return;
  const message = isInterim(fields)
    ? 'This is MT942, a report during the day; its lines come again in the statement.'
    : 'This statement has no balances to check it with.';
  warnings.add(message, placeOfField(first));
}

const balanceAt = (field: Field | undefined) => (field ? readBalance(field) : null);

/** Rabobank and ING number all their statements 0; their reference is what tells them apart. */
function numberOf(fields: readonly Field[]): string {
  const textOf = (tags: readonly string[]) =>
    fields.find(({ tag }) => tags.includes(tag))?.lines[0]?.trim() ?? '';
  const number = textOf(['28C', '28']);
  return /[1-9]/.test(number) ? number : textOf(['20']) || number;
}

/**
 * A statement that opens with a balance closes with one. Without it lines may be missing, unless the
 * balances that come after the closing one are there.
 */
function refuseWhenCut(fields: readonly Field[], number: string): void {
  const has = (tags: RegExp) => fields.some(({ tag }) => tags.test(tag));
  const last = fields.at(-1);
  const isEmpty = !has(/^6/) && !isInterim(fields);
  if (last === undefined || (!isEmpty && (!has(/^60/) || has(/^6[45]/)))) return;
  const problem = `Statement ${number || 'without number'} stops before its closing balance (:62F:): it was cut off.`;
  throw new Mt940Problem(problem, placeOfField(last));
}

function isInterim(fields: readonly Field[]): boolean {
  const tags = fields.map(({ tag }) => tag);
  const hasBalance = tags.some((tag) => tag.startsWith('60'));
  return !hasBalance && tags.some((tag) => ['34F', '13D', '90C', '90D'].includes(tag));
}

/** An MT942 has no balances; the currency is in its lowest amount to report. */
function limitCurrency(fields: readonly Field[]): string | null {
  const limit = fields.find(({ tag }) => tag === '34F')?.lines[0] ?? '';
  return /^([A-Z]{3})/.exec(limit)?.[1] ?? null;
}
