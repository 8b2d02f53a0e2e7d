import {
  accountOf,
  bicOf,
  type PaymentText,
  meaningful,
  NO_TEXT,
  orNull,
  tidy,
} from './payment-text.ts';
import { joinLines } from './join-lines.ts';

const CODES =
  /\/(TRTP|RTYP|RTRN|IBAN|BBAN|BIC|NAME|REMI|EREF|IREF|PREF|KREF|MARF|CSID|ISDT|ORDP|BENM|ADDR|CNTP|NRTX|SVCL|PURP|ULTC|ULTD|ULTB|ID|TRCD|RREF|CREF)\//;
const STARTS_WITH_CODE = new RegExp(`^\\s*${CODES.source}`);
/** These stand before the remittance; a name after it may be what the payer typed. */
const PARTY_CODES = ['NAME', 'IBAN', 'BBAN', 'BIC', 'CNTP', 'MARF', 'RTRN'];
/** After these the name is of whoever ordered, receives, or is behind the payment. */
const ROLES = ['ORDP', 'BENM', 'ULTC', 'ULTD', 'ULTB'];

/** In this form a line one short of full was cut too; the banks keep the space that ends a line. */
const FULL_LINE = 64;

export type Direction = 'received' | 'paid';
type Coded = { readonly code: string; readonly role: string | null; readonly value: string };

/** ABN AMRO, ING, Rabobank, Knab, bunq and others: `/NAME/…/REMI/…`. Null for another form. */
export function readSlashCodes(
  lines: readonly string[],
  direction: Direction,
  full = FULL_LINE,
): PaymentText | null {
  const text = joinLines(lines, full);
  if (!STARTS_WITH_CODE.test(text)) return null;
  const coded = split(text);
  const value = (code: string) => coded.find((one) => one.code === code)?.value;
  const counterpart = readCounterpart(value('CNTP') ?? '');
  const account = accountOf(value('IBAN')) ?? accountOf(value('BBAN')) ?? counterpart.account;
  const name = nameOf(coded, direction) ?? counterpart.name;
  return {
    ...NO_TEXT,
    ...readRemittances(coded, name === null && account === null ? tidy(text) : ''),
    name,
    account,
    bic: bicOf(value('BIC')) ?? counterpart.bic,
    endToEndId: meaningful(value('EREF')),
    mandateId: meaningful(value('MARF')),
    isReturn: coded.some(({ code }) => code === 'RTRN' || code === 'RTYP'),
    returnReason: orNull(value('RTRN')),
  };
}

/** What the payer wrote; without any, what else there is. */
function readRemittances(
  coded: readonly Coded[],
  otherwise: string,
): Pick<PaymentText, 'description' | 'structuredReference'> {
  const remittances = coded.filter(({ code }) => code === 'REMI').map((one) => one.value);
  const structured = remittances.map(structuredIn).find((reference) => reference !== null);
  return {
    description: remittances.length === 0 ? otherwise : tidy(remittances.map(freeIn).join(' ')),
    structuredReference: structured ?? null,
  };
}

function split(text: string): Coded[] {
  const parts = text.split(CODES);
  const coded: Coded[] = [];
  let role: string | null = null;
  let hasRemittance = false;
  for (let at = 1; at < parts.length; at += 2) {
    const code = parts[at] ?? '';
    const value = (parts[at + 1] ?? '').trim();
    if (ROLES.includes(code)) role = code;
    if (!hasRemittance || !PARTY_CODES.includes(code))
      coded.push({ code, role, value: bare(code, value) });
    hasRemittance ||= code === 'REMI' && value !== '';
  }
  return coded;
}

/** Slashes close a value, except in ING's counterpart, where they part name and city. */
function bare(code: string, value: string): string {
  if (code === 'CNTP') return value.replace(/\/$/, '');
  return code === 'REMI' ? value.replace(/\/+$/, '') : value.replace(/^\/+|\/+$/g, '');
}

function nameOf(coded: readonly Coded[], direction: Direction): string | null {
  const [expected, other] = direction === 'received' ? ['ORDP', 'BENM'] : ['BENM', 'ORDP'];
  const names = coded.filter(({ code, value }) => code === 'NAME' && value !== '');
  const byRole = (role: string | null | undefined) => names.find((one) => one.role === role);
  return orNull((byRole(expected) ?? byRole(null) ?? byRole(other))?.value);
}

/** ING: `/CNTP/account/bic/name/city/`, where the name may hold a slash itself. */
function readCounterpart(value: string): Pick<PaymentText, 'name' | 'account' | 'bic'> {
  const [account, bic, ...nameAndCity] = value.split('/');
  const name = nameAndCity.length > 1 ? nameAndCity.slice(0, -1) : nameAndCity;
  return {
    account: accountOf(account),
    bic: bicOf(bic),
    name: orNull(name.join('/').replace(/\/+$/, '')),
  };
}

/** ING: `STRD/CUR/9001…`; ABN AMRO: `ISSUER: CUR REF: 9001…`. */
function structuredIn(remittance: string): string | null {
  const match =
    /^STRD\/\w*\/([^/]+)/.exec(remittance) ?? /^ISSUER: *\w+ +REF: *([\w ]+)$/i.exec(remittance);
  return match?.[1]?.replace(/\s/g, '') ?? null;
}

function freeIn(remittance: string): string {
  return structuredIn(remittance) === null ? remittance.replace(/^USTD\/\//, '') : '';
}
