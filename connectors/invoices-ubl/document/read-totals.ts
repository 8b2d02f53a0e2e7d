import {
  addCents,
  type Cents,
  cents,
  formatCents,
  negateCents,
  subtractCents,
  sumCents,
  ZERO_CENTS,
} from '@inning/sdk';
import { parseDecimal } from './parse-decimal.ts';
import { type Reading, readOnly, show } from './reading.ts';
import { elementPlace, findAll, plainText, type XmlElement } from '../xml/xml-element.ts';

export type Totals = {
  readonly kind: 'invoice' | 'credit-note';
  readonly totalCents: Cents;
  /** Set when the document says that part was paid before. */
  readonly openCents: Cents | null;
};

/** A difference below this is rounding by the sender. */
const ROUNDING = cents(100);
const PAYABLE = 'LegalMonetaryTotal/PayableAmount';

/**
 * What the document asks. PayableAmount leads, since that is what the debtor was asked to pay;
 * it must be TaxInclusiveAmount less PrepaidAmount, or the document contradicts itself.
 */
export function readTotals(
  document: XmlElement,
  isCredit: boolean,
  reading: Reading,
): Totals | null {
  const element = readOnly(document, PAYABLE, reading);
  if (element === null) {
    const message = 'The amount to pay (PayableAmount) is missing.';
    return reading.refuse('AMOUNT_MISSING', elementPlace(document, PAYABLE), message);
  }
  const payable = readAmount(element, reading);
  const prepaid = readPart(document, 'PrepaidAmount', reading) ?? ZERO_CENTS;
  if (payable === null) return null;
  checkSum(document, { payable, prepaid, element }, reading);

  if (payable === 0) {
    const message =
      prepaid === 0
        ? 'The amount to pay is zero, so there is nothing to collect.'
        : `Nothing is left to pay: ${formatPlain(prepaid)} was prepaid.`;
    return reading.refuse('AMOUNT_ZERO', elementPlace(element), message);
  }
  return isCredit
    ? toCreditNote({ payable, prepaid, element }, reading)
    : toInvoice({ payable, prepaid, element }, reading);
}

type Payable = { readonly payable: Cents; readonly prepaid: Cents; readonly element: XmlElement };

function toCreditNote({ payable, element }: Payable, reading: Reading): Totals | null {
  if (payable < 0) {
    const message = `This credit note has a negative amount (${formatPlain(payable)}), so it is unclear who owes whom.`;
    return reading.refuse('CREDIT_NEGATIVE', elementPlace(element), message);
  }
  return { kind: 'credit-note', totalCents: payable, openCents: null };
}

function toInvoice({ payable, prepaid }: Payable, reading: Reading): Totals {
  if (payable < 0) {
    reading.warnings.push('This invoice has a negative amount; read as a credit note.');
    return { kind: 'credit-note', totalCents: negateCents(payable), openCents: null };
  }
  return prepaid > 0
    ? { kind: 'invoice', totalCents: addCents(payable, prepaid), openCents: payable }
    : { kind: 'invoice', totalCents: payable, openCents: null };
}

function checkSum(document: XmlElement, { payable, prepaid, element }: Payable, reading: Reading) {
  const inclusive = readPart(document, 'TaxInclusiveAmount', reading);
  if (inclusive === null) return;
  const rounding = readPart(document, 'PayableRoundingAmount', reading) ?? ZERO_CENTS;
  const expected = addCents(subtractCents(inclusive, prepaid), rounding);
  const difference = subtractCents(payable, expected);
  // An XRechnung with the extension for claims of third parties adds these to what is asked.
  if (difference === 0 || difference === thirdParties(document, reading)) return;

  const message = `PayableAmount is ${formatPlain(payable)}, but TaxInclusiveAmount less PrepaidAmount gives ${formatPlain(expected)}.`;
  if (Math.abs(difference) < ROUNDING) reading.warnings.push(message);
  else reading.refuse('TOTALS_CONTRADICT', elementPlace(element), message);
}

function thirdParties(document: XmlElement, reading: Reading): Cents {
  const paid = findAll(document, 'PrepaidPayment/PaidAmount');
  return sumCents(paid.map((element) => readAmount(element, reading) ?? ZERO_CENTS));
}

function readPart(document: XmlElement, name: string, reading: Reading): Cents | null {
  const element = readOnly(document, `LegalMonetaryTotal/${name}`, reading);
  return element === null ? null : readAmount(element, reading);
}

function readAmount(element: XmlElement, reading: Reading): Cents | null {
  const text = plainText(element);
  const amount = parseDecimal(text);
  if (amount === null) {
    const message = `${element.name} ${show(text)} is not an amount in the form 1234.56.`;
    return reading.refuse('AMOUNT_INVALID', elementPlace(element), message);
  }
  if (!amount.isExact) {
    reading.warnings.push(
      `${element.name} ${show(text)} has more than two decimals; read as ${formatPlain(amount.cents)}.`,
    );
  }
  return amount.cents;
}

/** `1234.56`, as it would stand in the file. */
function formatPlain(amount: Cents): string {
  return formatCents(amount, 'en').replace(/[^\d.-]/g, '');
}
