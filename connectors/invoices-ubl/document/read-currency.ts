import { isUsableCurrency } from './currency.ts';
import { type Reading, readOnly, show } from './reading.ts';
import { elementPlace, findFilled, plainText, type XmlElement } from '../xml/xml-element.ts';

const PAYABLE = 'LegalMonetaryTotal/PayableAmount';

/** The currency of the document, where its own code and that of the amount to pay must agree. */
export function readCurrency(document: XmlElement, reading: Reading): string | null {
  const element = readOnly(document, 'DocumentCurrencyCode', reading);
  const payable = findFilled(document, PAYABLE);
  const ofPayable = payable?.attributes.get('currencyID')?.trim() ?? '';
  if (element === null) return readFromPayable({ document, payable, ofPayable }, reading);

  const currency = plainText(element);
  if (!isUsableCurrency(currency)) return refuseUnknown(currency, element, reading);
  if (payable !== null && ofPayable !== '' && ofPayable !== currency) {
    const message = `The invoice is in ${show(currency)}, but its PayableAmount in ${show(ofPayable)}.`;
    return reading.refuse('CURRENCY_CONTRADICTS', elementPlace(payable), message);
  }
  return currency;
}

type Payable = {
  readonly document: XmlElement;
  readonly payable: XmlElement | null;
  readonly ofPayable: string;
};

function readFromPayable({ document, payable, ofPayable }: Payable, reading: Reading) {
  if (payable === null || ofPayable === '') {
    const missing = elementPlace(document, 'DocumentCurrencyCode');
    return reading.refuse('CURRENCY_MISSING', missing, 'The currency is missing.');
  }
  if (!isUsableCurrency(ofPayable)) return refuseUnknown(ofPayable, payable, reading);
  reading.warnings.push(
    `DocumentCurrencyCode is missing; ${ofPayable} is taken from PayableAmount.`,
  );
  return ofPayable;
}

function refuseUnknown(currency: string, element: XmlElement, reading: Reading): null {
  const message = `The currency ${show(currency)} is unknown.`;
  return reading.refuse('CURRENCY_UNKNOWN', elementPlace(element), message);
}
