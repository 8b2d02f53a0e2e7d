import type { Reading } from './reading.ts';
import { show } from './reading.ts';
import { elementPlace, findFilled, plainText, type XmlElement } from '../xml/xml-element.ts';

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Codes of UN/CEFACT list 1001 that EN 16931 allows: which of them credit, which ask money. */
const CREDITS = codes('81 83 261 262 296 308 381 396 420 458 532');
const ASKS = codes(
  '71 80 82 84 102 130 202 203 204 211 218 219 295 326 331 351 380 382 383 384 385 386 387 388 ' +
    '389 390 393 394 395 456 457 527 553 575 623 633 751 780 817 870 875 876 877 935',
);
const PROFORMA = '325';
const CORRECTED = '384';
const FACTORED = codes('393 396');

export type DocumentType = { readonly isCredit: boolean; readonly isCorrection: boolean };

/** What kind of document this is by its root and type code; oddities become warnings. */
export function readDocumentType(document: XmlElement, reading: Reading): DocumentType {
  const isCreditRoot = document.name === 'CreditNote';
  const element = findFilled(document, isCreditRoot ? 'CreditNoteTypeCode' : 'InvoiceTypeCode');
  if (element === null) return { isCredit: isCreditRoot, isCorrection: false };

  const code = plainText(element);
  const what = `Type code ${show(code)}`;
  if (code === PROFORMA) {
    const message = `${what} is a pro forma invoice, which asks for no payment.`;
    reading.refuse('NOT_AN_INVOICE', elementPlace(element), message);
  }
  const oddity = findOddity(code, document.name);
  if (oddity !== null) reading.warnings.push(`${what} ${oddity}.`);
  return {
    isCredit: isCreditRoot || CREDITS.has(code),
    isCorrection: code === CORRECTED,
  };
}

function findOddity(code: string, root: string): string | null {
  if (FACTORED.has(code)) return 'says that the claim was sold to a factor';
  if (CREDITS.has(code)) {
    return root === 'Invoice' ? 'is a credit note, in an Invoice; read as a credit note' : null;
  }
  if (!ASKS.has(code)) return `is unknown; read as ${root}`;
  return root === 'CreditNote' ? 'is an invoice, in a CreditNote; read as a credit note' : null;
}
