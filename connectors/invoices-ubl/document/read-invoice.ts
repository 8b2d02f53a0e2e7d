import type { CalendarDate, ImportedInvoice } from '@inning/sdk';
import { type DocumentType, readDocumentType } from './document-type.ts';
import { readCurrency } from './read-currency.ts';
import { readDebtor } from './read-debtor.ts';
import { readCreditor } from './read-party.ts';
import { readDocuments } from './read-documents.ts';
import { readTotals } from './read-totals.ts';
import { type Reading, readDay, readOnly, show } from './reading.ts';
import {
  elementPlace,
  findAll,
  findFilled,
  plainText,
  type XmlElement,
} from '../xml/xml-element.ts';

const MAX_NUMBER = 100;
const MAX_DESCRIPTION = 500;

/**
 * One UBL Invoice or CreditNote as we keep it. Only what matters for collecting is checked; the
 * many business rules of EN 16931 are the sender's. Null when `reading` holds a problem.
 */
export function readInvoice(document: XmlElement, reading: Reading): ImportedInvoice | null {
  const type = readDocumentType(document, reading);
  const number = readNumber(document, reading);
  const invoicedOn = readInvoiceDay(document, reading);
  const dueOn = readDueDay(document, reading);
  const currency = readCurrency(document, reading);
  const totals = readTotals(document, type.isCredit, reading);
  const debtor = readDebtor(document, reading);
  if (!number || !invoicedOn || !currency || !totals || !debtor) return null;

  if (dueOn !== null && dueOn < invoicedOn) {
    reading.warnings.push(`The due date ${dueOn} is before the invoice date ${invoicedOn}.`);
  }
  const isCorrecting = totals.kind === 'credit-note' || type.isCorrection;
  return {
    number,
    invoicedOn,
    dueOn,
    currency,
    ...totals,
    correctsNumber: isCorrecting ? readCorrected(document, type, reading) : null,
    description: readDescription(document),
    paymentReference: readPaymentReference(document, reading),
    ...whose(document, reading),
    debtor,
    documents: readDocuments(document, reading),
  };
}

function whose(document: XmlElement, reading: Reading): Pick<ImportedInvoice, 'creditor'> {
  const creditor = readCreditor(document, reading);
  return creditor ? { creditor } : {};
}

function readNumber(document: XmlElement, reading: Reading): string | null {
  const element = readOnly(document, 'ID', reading);
  if (element === null) {
    const place = elementPlace(document, 'ID');
    return reading.refuse('NUMBER_MISSING', place, 'The invoice number (ID) is missing.');
  }
  const number = plainText(element);
  if (number.length <= MAX_NUMBER) return number;
  const message = `The invoice number is longer than ${MAX_NUMBER} characters.`;
  return reading.refuse('NUMBER_INVALID', elementPlace(element), message);
}

function readInvoiceDay(document: XmlElement, reading: Reading): CalendarDate | null {
  const element = readOnly(document, 'IssueDate', reading);
  if (element !== null) return readDay(element, reading);
  const place = elementPlace(document, 'IssueDate');
  return reading.refuse('DATE_MISSING', place, 'The invoice date (IssueDate) is missing.');
}

/** UBL has three places for it; of several instalments the first day counts. */
function readDueDay(document: XmlElement, reading: Reading): CalendarDate | null {
  const own = readOnly(document, 'DueDate', reading);
  if (own !== null) return readDay(own, reading);
  const others = ['PaymentMeans/PaymentDueDate', 'PaymentTerms/PaymentDueDate'];
  const days = others
    .flatMap((path) => findAll(document, path))
    .filter((element) => plainText(element) !== '')
    .map((element) => readDay(element, reading))
    .filter((day) => day !== null)
    .sort();
  return days[0] ?? null;
}

/** The invoice that a credit note or corrected invoice is about, when there is exactly one. */
function readCorrected(document: XmlElement, type: DocumentType, reading: Reading): string | null {
  const references = findAll(document, 'BillingReference/InvoiceDocumentReference/ID');
  const numbers = [...new Set(references.map(plainText))].filter((number) => number !== '');
  if (numbers.length > 1) {
    reading.warnings.push(
      `Several invoices are corrected: ${numbers.slice(0, 10).map(show).join(', ')}.`,
    );
    return null;
  }
  const number = numbers[0]?.slice(0, MAX_NUMBER) ?? null;
  if (number !== null && type.isCorrection) {
    reading.warnings.push(`This document corrects invoice ${show(number)}.`);
  }
  return number;
}

function readDescription(document: XmlElement): string | null {
  const note = findFilled(document, 'Note');
  if (note === null) return null;
  const text = plainText(note);
  return text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION)}…` : text;
}

/** What the debtor was asked to pay with. Spaces in a structured reference are only for the eye. */
function readPaymentReference(document: XmlElement, reading: Reading): string | null {
  const given = findAll(document, 'PaymentMeans/PaymentID').map(plainText);
  const references = [...new Set(given)].filter((reference) => reference !== '');
  const [reference] = references;
  if (reference === undefined) return null;
  if (references.length > 1) {
    const all = references.slice(0, 10).map(show).join(', ');
    reading.warnings.push(`Several payment references are given (${all}); the first is used.`);
  }
  const isStructured = /^(RF\d{2}[A-Z\d ]+|[\d ]+)$/i.test(reference);
  return (isStructured ? reference.replaceAll(' ', '') : reference).slice(0, 140);
}
