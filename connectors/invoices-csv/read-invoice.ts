import type { CalendarDate, Cents, ImportedDebtor, ImportedInvoice } from '@inning/sdk';
import { negateCents } from '@inning/sdk';
import { type Amount, parseAmount } from './cells/parse-amount.ts';
import { parseDay } from './cells/parse-day.ts';
import { parseInvoiceKind } from './cells/parse-words.ts';
import { type RowReader, show } from './cells/row-reader.ts';
import type { Styles } from './cells/sniff-styles.ts';
import type { Field } from './columns/fields.ts';

const KNOWN_CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const MAX_DESCRIPTION = 2000;

/** The invoice or credit note of a row, or null when it cannot be used; `row` then says why. */
export function readInvoice(
  row: RowReader,
  styles: Styles,
  debtor: ImportedDebtor | null,
): ImportedInvoice | null {
  const number = readNumber(row);
  const invoicedOn = readDay(row, 'invoicedOn', styles);
  const dueOn = readDay(row, 'dueOn', styles);
  warnOfEarlyDue(row, invoicedOn, dueOn);
  const total = readAmount(row, 'total', styles);
  const open = readAmount(row, 'open', styles);
  const amounts = total && readAmounts(row, total, open);
  const currency = readCurrency(row, [total, open]);
  const invoice = {
    dueOn,
    correctsNumber: row.identity('correctsNumber'),
    description: row.text('description', MAX_DESCRIPTION),
    paymentReference: readPaymentReference(row),
    documents: [],
  };
  if (!number || !invoicedOn || !amounts || !currency || !debtor) return null;
  return { ...invoice, ...amounts, number, invoicedOn, currency, debtor };
}

function readNumber(row: RowReader): string | null {
  if (row.raw('invoiceNumber') !== '') return row.identity('invoiceNumber');
  return row.refuse('NUMBER_MISSING', 'invoiceNumber', 'is empty: the invoice has no number');
}

function warnOfEarlyDue(row: RowReader, from: CalendarDate | null, due: CalendarDate | null) {
  if (from === null || due === null || due >= from) return;
  row.warn('dueOn', `${due} is before the invoice date ${from}`);
}

function readDay(row: RowReader, field: Field, { dayOrder }: Styles): CalendarDate | null {
  const text = row.raw(field);
  if (text === '' && field === 'invoicedOn') {
    return row.refuse('DATE_MISSING', field, 'is empty: the invoice has no date');
  }
  if (text === '') return null;
  const parsed = parseDay(text, dayOrder);
  if ('day' in parsed) return parsed.day;
  return row.refuse('DATE_INVALID', field, `${show(text)} ${parsed.problem}`);
}

function readAmount(row: RowReader, field: Field, { decimalMark }: Styles): Amount | null {
  const text = row.raw(field);
  if (text === '' && field === 'total') {
    return row.refuse('AMOUNT_MISSING', field, 'is empty: the invoice has no amount');
  }
  if (text === '') return null;
  const parsed = parseAmount(text, decimalMark);
  if ('cents' in parsed) return parsed;
  return row.refuse('AMOUNT_INVALID', field, `${show(text)} ${parsed.problem}`);
}

type Amounts = Pick<ImportedInvoice, 'kind' | 'totalCents' | 'openCents'>;

/** A negative amount is a credit note, and so is an amount of which the kind says so. */
function readAmounts(row: RowReader, total: Amount, open: Amount | null): Amounts | null {
  if (total.cents === 0) {
    return row.refuse('AMOUNT_ZERO', 'total', 'is zero: there is nothing to collect');
  }
  const stated = readStatedKind(row);
  const isNegative = total.cents < 0;
  if (isNegative && stated === 'invoice') {
    row.warn('total', 'is negative, though the row says invoice; read as a credit note');
  }
  const kind = isNegative || stated === 'credit-note' ? 'credit-note' : 'invoice';
  const sized = (cents: Cents) => (isNegative ? negateCents(cents) : cents);
  const totalCents = sized(total.cents);
  if (open === null) return { kind, totalCents, openCents: null };

  const openCents = sized(open.cents);
  if (openCents >= 0 && openCents <= totalCents) return { kind, totalCents, openCents };
  const problem = `${show(row.raw('open'))} does not fit an invoice of ${show(row.raw('total'))}`;
  return row.refuse('OPEN_CONTRADICTS', 'open', problem);
}

function readStatedKind(row: RowReader): 'invoice' | 'credit-note' | null {
  const field = row.has('invoiceKind') ? 'invoiceKind' : 'debtorKind';
  const text = row.raw(field);
  if (text === '') return null;
  const kind = parseInvoiceKind(text);
  if (kind !== null || field === 'debtorKind') return kind;
  return row.refuse('KIND_UNKNOWN', field, `${show(text)} is not factuur or creditnota`);
}

/** The currency of the column, else that of the amounts, else the euro. They must agree. */
function readCurrency(row: RowReader, amounts: readonly (Amount | null)[]): string | null {
  const text = row.raw('currency');
  const column = text === '€' ? 'EUR' : text.toUpperCase();
  const stated = [column, ...amounts.map((amount) => amount?.currency ?? '')];
  const [currency = 'EUR', other] = new Set(stated.filter((code) => code !== ''));
  const field = column === '' ? 'total' : 'currency';
  if (other !== undefined) {
    return row.refuse(
      'CURRENCY_CONTRADICTS',
      field,
      `is both ${show(currency)} and ${show(other)}`,
    );
  }
  if (KNOWN_CURRENCIES.has(currency)) return currency;
  return row.refuse('CURRENCY_UNKNOWN', field, `${show(currency)} is not a currency`);
}

/** Spaces in a structured reference are only for the eye. A Belgian one begins with plus signs. */
function readPaymentReference(row: RowReader): string | null {
  const text = row.raw('paymentReference');
  if (/^\+{3}[\d/ ]{12,20}\+{3}$/.test(text)) return text.replaceAll(' ', '');
  const reference = row.identity('paymentReference');
  const isStructured = /^(RF\d{2}[A-Z\d ]+|[\d ]+)$/i.test(reference ?? '');
  return isStructured ? (reference?.replaceAll(' ', '') ?? null) : reference;
}
