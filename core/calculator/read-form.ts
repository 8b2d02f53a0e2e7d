import { type CalendarDate, type Cents, cents, DEBTOR_KINDS, isCalendarDate } from '@inning/sdk';
import type { DebtQuestion } from './calculate.ts';

/** The fields of the page, as they came in: every one a text or not there. */
export type FormFields = Readonly<Record<string, string | undefined>>;
export const PAYMENT_ROWS = 3;

export type FormProblem = {
  readonly field: string;
  readonly code: 'amountMissing' | 'amountInvalid' | 'dayMissing' | 'dayInvalid' | 'dayBefore';
};
export type ReadForm = {
  /** Null while something is wrong. */
  readonly question: DebtQuestion | null;
  readonly problems: readonly FormProblem[];
};

const MOST_CENTS = 100_000_000_000;

/** Reads the form as people fill it in, and says what is wrong where. */
export function readForm(fields: FormFields, today: CalendarDate): ReadForm {
  const problems: FormProblem[] = [];
  const principalCents = readAmount('amount');
  const dueOn = readDay('dueOn');
  const until = fields['until'] ? readDay('until') : today;
  const payments = Array.from({ length: PAYMENT_ROWS }, (_, row) => readPayment(row)).flat();
  if (dueOn && until && until < dueOn) problems.push({ field: 'until', code: 'dayBefore' });
  if (problems.length > 0 || principalCents === null || !dueOn || !until) {
    return { question: null, problems };
  }
  const kind = DEBTOR_KINDS.find((one) => one === fields['kind']) ?? 'consumer';
  const question = {
    debtorKind: kind,
    principalCents,
    dueOn,
    until,
    isAnnounced: fields['letter'] !== 'no',
    isVatDeductible: fields['vat'] !== 'no',
    payments,
  };
  return { question, problems };

  function readAmount(field: string): Cents | null {
    const text = fields[field]?.trim() ?? '';
    const amount = readEuros(text);
    if (amount !== null) return amount;
    problems.push({ field, code: text === '' ? 'amountMissing' : 'amountInvalid' });
    return null;
  }

  function readDay(field: string): CalendarDate | null {
    const text = fields[field]?.trim() ?? '';
    if (isCalendarDate(text)) return text;
    problems.push({ field, code: text === '' ? 'dayMissing' : 'dayInvalid' });
    return null;
  }

  /** A row that was left empty is no payment. */
  function readPayment(row: number): DebtQuestion['payments'][number][] {
    if (!fields[`paidOn${row}`]?.trim() && !fields[`paid${row}`]?.trim()) return [];
    const [on, amountCents] = [readDay(`paidOn${row}`), readAmount(`paid${row}`)];
    return on && amountCents !== null ? [{ on, amountCents }] : [];
  }
}

/** `1.234,56`, `1234.56`, `€ 12,5` or `12` in whole cents; null for anything else, and for nothing. */
export function readEuros(text: string): Cents | null {
  const bare = text.replace(/[€\u00a0\u202f]|EUR/gi, ' ').trim();
  const dutch = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare);
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(bare);
  const [, whole = '', part = ''] = dutch ?? english ?? [];
  if (whole === '') return null;
  const amount = Number(whole.replace(/\D/g, '')) * 100 + Number(part.padEnd(2, '0'));
  return amount > 0 && amount <= MOST_CENTS ? cents(amount) : null;
}
