import type { BankReadOptions, Place } from '@inning/sdk';
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
  /** Field `:28C:` as printed; null when there is none. */
  readonly sequence: string | null;
  readonly format: 'MT940' | 'MT942';
  readonly opening: Balance | null;
  readonly closing: Balance | null;
};

/** Where parts are allowed, what a whole statement must have is a warning when it is missing. */
export function readHeading(
  fields: readonly Field[],
  warnings: Warnings,
  { allowsParts = false }: BankReadOptions = {},
): Heading {
  const { opening, closing } = balancesOf(fields);
  const number = numberOf(fields);
  const missing = (problem: string, at: Place, code: string) => {
    if (!allowsParts) throw new Mt940Problem(problem, at);
    warnings.add(problem, at, { code, params: { number } });
  };
  const { account, currency } = accountOf(fields, opening ?? closing, missing);

  if (closing === null) checkWhetherCut(fields, number, missing);
  warnOfBalances(fields, opening !== null && closing !== null, warnings);
  return {
    account,
    currency: currency ?? unknownCurrency(fields, warnings),
    number,
    sequence: textOf(fields, ['28C', '28']) || null,
    format: isInterim(fields) ? 'MT942' : 'MT940',
    opening,
    closing,
  };
}

function balancesOf(fields: readonly Field[]): Pick<Heading, 'opening' | 'closing'> {
  return {
    opening: balanceAt(fields.find(({ tag }) => tag.startsWith('60'))),
    closing: balanceAt(fields.findLast(({ tag }) => tag.startsWith('62'))),
  };
}

/** `XXX` is how ISO 4217 says that no currency is known. */
function unknownCurrency([first]: readonly Field[], warnings: Warnings): string {
  const place = first === undefined ? {} : placeOfField(first);
  warnings.add('This statement names no currency.', place, 'CURRENCY_MISSING');
  return 'XXX';
}

/** Refuses the statement, or says in a warning what is missing. */
type Missing = (problem: string, place: Place, code: string) => void;

function accountOf(fields: readonly Field[], balance: Balance | null, missing: Missing): Account {
  const balanceCurrency = balance?.currency ?? null;
  const field = fields.find(({ tag }) => tag.startsWith('25'));
  const read = field && readAccount(field.lines[0] ?? '', balanceCurrency);
  const currency = balanceCurrency ?? read?.currency ?? limitCurrency(fields);
  if (read) return { ...read, currency };
  const [place = {}] = [field, ...fields].filter((one) => one !== undefined).map(placeOfField);
  missing('This statement has no account (field :25:).', place, 'ACCOUNT_MISSING');
  return { account: '', currency };
}

function warnOfBalances(fields: readonly Field[], hasBoth: boolean, warnings: Warnings): void {
  const [first] = fields;
  if (hasBoth || first === undefined) return;
  const [message, code] = isInterim(fields)
    ? ['This is MT942, a report during the day; its lines come again in the statement.', 'INTERIM']
    : ['This statement has no balances to check it with.', 'BALANCES_MISSING'];
  warnings.add(message, placeOfField(first), { code, params: { format: 'MT942' } });
}

const balanceAt = (field: Field | undefined) => (field ? readBalance(field) : null);

/** Rabobank and ING number all their statements 0; their reference is what tells them apart. */
function numberOf(fields: readonly Field[]): string {
  const number = textOf(fields, ['28C', '28']);
  return /[1-9]/.test(number) ? number : textOf(fields, ['20']) || number;
}

function textOf(fields: readonly Field[], tags: readonly string[]): string {
  return fields.find(({ tag }) => tags.includes(tag))?.lines[0]?.trim() ?? '';
}

/**
 * A statement that opens with a balance closes with one. Without it lines may be missing, unless the
 * balances that come after the closing one are there.
 */
function checkWhetherCut(fields: readonly Field[], number: string, missing: Missing): void {
  const has = (tags: RegExp) => fields.some(({ tag }) => tags.test(tag));
  const last = fields.at(-1);
  const isEmpty = !has(/^6/) && !isInterim(fields);
  if (last === undefined || (!isEmpty && (!has(/^60/) || has(/^6[45]/)))) return;
  const problem = `Statement ${number || 'without number'} stops before its closing balance (:62F:): it was cut off.`;
  missing(problem, placeOfField(last), 'STATEMENT_CUT_OFF');
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
