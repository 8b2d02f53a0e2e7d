import {
  accountOf,
  bicOf,
  joinLines,
  meaningful,
  NO_TEXT,
  orNull,
  type PaymentText,
  tidy,
} from '@inning/sdk/bank';
import { isIban } from '../statement/account.ts';

/** A part of the remittance holds 27 characters; a full one was cut wherever it was full. */
const FULL_PART = 27;
const KEYWORDS = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|RREF|PURP)\+/;
/** Transaction codes of the German banks for what comes back (GVC list of DK, annex 3). */
const RETURNS = ['108', '109', '159', '181', '182', '183', '184'];

type Parts = { readonly separator: string; readonly code: string; readonly part: PartOf };
type PartOf = (number: number) => string | undefined;

/** German banks `166?20…?32…`, and Triodos `000>10…>20…`. Null for another form. */
export function readNumberedCodes(
  lines: readonly string[],
  ownAccount: string,
): PaymentText | null {
  const parts = split(lines);
  if (parts === null) return null;
  const { separator, code, part } = parts;
  const remittance = joinParts([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63].map(part));
  const values = readKeywords(remittance);
  const triodos = separator === '>' ? readTriodos(part, ownAccount) : null;
  return {
    ...NO_TEXT,
    name: orNull(`${part(32) ?? ''}${part(33) ?? ''}`),
    account: accountOf(part(38)) ?? accountOf(part(31)),
    bic: bicOf(part(30)),
    description: values.get('SVWZ') ?? tidy(remittance),
    // A message of the bank may follow without a keyword of its own.
    endToEndId: meaningful(values.get('EREF')?.replace(/ ?MTLG:.*$/, '')),
    mandateId: meaningful(values.get('MREF')),
    isReturn: RETURNS.includes(code),
    // The supplement of the code; for what comes back it is the reason, such as 914.
    returnReason: RETURNS.includes(code) ? orNull(part(34)) : null,
    ...triodos,
  };
}

function split(lines: readonly string[]): Parts | null {
  const [, code = '', separator] = /^\s?(\d{0,3})([?>^~<])\d\d/.exec(lines[0] ?? '') ?? [];
  if (separator === undefined) return null;
  const mark = `\\${separator}(\\d\\d)`;
  // Some banks begin every part on a new line, which is no space in the text.
  const text = joinLines(lines).replace(new RegExp(` (?=${mark})`, 'g'), '');
  const pieces = text.split(new RegExp(mark));
  const byNumber = new Map<number, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const number = Number(pieces[at]);
    // The first of each counts: what comes later may be what the payer typed.
    if (!byNumber.has(number)) byNumber.set(number, pieces[at + 1] ?? '');
  }
  return { separator, code, part: (number) => byNumber.get(number) };
}

function joinParts(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (part.length >= FULL_PART ? part : `${part} `))
    .join('');
}

/** SEPA puts its fields into the remittance with keywords, `EREF+… SVWZ+…`. */
function readKeywords(remittance: string): Map<string, string> {
  const pieces = remittance.split(KEYWORDS);
  const values = new Map<string, string>();
  for (let at = 1; at < pieces.length; at += 2) {
    const keyword = pieces[at] ?? '';
    if (!values.has(keyword)) values.set(keyword, tidy(pieces[at + 1] ?? ''));
  }
  return values;
}

/**
 * Triodos repeats its own account in part 31 and puts the other one in part 10, or in part 21 behind
 * the bank in part 20. Null when another bank uses this separator.
 */
function readTriodos(part: PartOf, ownAccount: string): Partial<PaymentText> | null {
  const at = (number: number) => part(number)?.trim() ?? '';
  const isOwn = at(31) !== '' && ownAccount.endsWith(at(31));
  if (!isOwn && !ownAccount.startsWith('TRIODOSBANK')) return null;
  if (bicOf(at(20)) === null || !isIban(at(21))) return { account: accountOf(at(10)) };
  const rest = [22, 23, 24, 25, 26, 27, 28, 29].map(part);
  return { account: at(21), bic: bicOf(at(20)), description: tidy(joinParts(rest)) };
}
