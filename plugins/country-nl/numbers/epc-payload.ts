import { EpcPayloadInvalidError } from '../law.errors.ts';
import { compactIban, isIban } from './iban.ts';
import { isRfReference } from './rf-reference.ts';

/** What a payment code for a phone holds (EPC069-12 v2.1). */
export type EpcPayment = {
  /** `001` asks for a BIC, `002` does not. */
  readonly version?: '001' | '002';
  /** 1 is UTF-8, the others are parts of ISO 8859. */
  readonly charset?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly bic?: string;
  readonly name: string;
  readonly iban: string;
  readonly currency?: string;
  /** Euros with a dot and at most two decimals, written as it is; the payer fills it in without. */
  readonly amount?: string;
  readonly purpose?: string;
  readonly structured?: string;
  readonly unstructured?: string;
  readonly info?: string;
};

const MAX_BYTES = 331;

/** The text of the code, to draw with error correction M. Throws and names the field that is wrong. */
export function makeEpcPayload(payment: EpcPayment): string {
  const { version = '002', charset = 1, amount } = payment;
  for (const check of CHECKS) check(payment);
  const fields = [
    'BCD',
    version,
    String(charset),
    'SCT',
    payment.bic,
    payment.name,
    compactIban(payment.iban),
    amount && `EUR${amount}`,
    payment.purpose,
    payment.structured,
    payment.unstructured,
    payment.info,
  ];
  const lines = fields.map((field) => field ?? '');
  const last = lines.findLastIndex((line) => line !== '');
  const payload = lines.slice(0, last + 1).join('\n');
  const bytes = charset === 1 ? new TextEncoder().encode(payload).length : payload.length;
  if (bytes > MAX_BYTES) refuse('the whole', `is ${bytes} bytes, more than ${MAX_BYTES}`);
  return payload;
}

/** Whole cents as the amount of a payment code: `12.30`. */
export const epcAmount = (amountCents: number): string =>
  `${Math.trunc(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;

const CHECKS: readonly ((payment: EpcPayment) => void)[] = [
  ({ version, charset = 1 }) => {
    if (version !== undefined && version !== '001' && version !== '002') {
      refuse('version', 'is 001 or 002');
    }
    if (!Number.isInteger(charset) || charset < 1 || charset > 8) refuse('charset', 'is 1 to 8');
  },
  ({ version = '002', bic = '' }) => {
    if (version === '001' && bic === '') refuse('bic', 'is missing, and version 001 needs it');
    if (bic !== '' && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) {
      refuse('bic', 'is 8 or 11 capitals and digits');
    }
  },
  ({ name, iban }) => {
    if (name.trim() === '') refuse('name', 'is missing');
    if (!isIban(iban)) refuse('iban', 'is no bank account number');
  },
  ({ currency = 'EUR', amount }) => {
    if (currency !== 'EUR') refuse('currency', 'is EUR');
    if (amount !== undefined && !isAmount(amount)) {
      refuse('amount', 'is 0.01 to 999999999.99, with a dot');
    }
  },
  ({ structured = '', unstructured = '' }) => {
    if (structured !== '' && unstructured !== '') {
      refuse('unstructured', 'cannot stand beside a structured reference');
    }
    if (structured.startsWith('RF') && !isRfReference(structured)) {
      refuse('structured', 'is no RF reference: its check digits are wrong');
    }
  },
  (payment) => {
    for (const [field, most] of LONGEST_FIELDS) {
      const text = payment[field] ?? '';
      if ([...text].length > most) refuse(field, `is longer than ${most} characters`);
      // A line break would shift every field after it.
      if (/[\p{Cc}\u2028\u2029]/u.test(text))
        refuse(field, 'holds a line break or control character');
    }
  },
];

const LONGEST_FIELDS = [
  ['name', 70],
  ['purpose', 4],
  ['structured', 35],
  ['unstructured', 140],
  ['info', 70],
] as const;

function isAmount(amount: string): boolean {
  return /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/.test(amount) && !/^0(\.0{1,2})?$/.test(amount);
}

function refuse(field: string, rule: string): never {
  throw new EpcPayloadInvalidError(field, rule);
}
