import { isUsableCurrency } from './currency.ts';
import { type Reading, readOnly, show } from './reading.ts';
import { elementPlace, findFilled, plainText, type XmlElement } from '../xml/xml-element.ts';

const PAYABLE = 'LegalMonetaryTotal/PayableAmount';

/** The currency of the document, where its own code and that of the amount to pay must agree. */
export function readCurrency(document: XmlElement, reading: Reading): string | null {
  const element = readOnly(document, 'DocumentCurrencyCode', reading);
  const payable = findFilled(document, PAYABLE);
  const ofPayable = payable?.attributes.get('currencyID')?.trim() ?? '';
  const currency = element ? plainText(element) : ofPayable;
  const place = elementPlace(element ?? payable ?? document);

  if (currency === '') {
    const missing = elementPlace(document, 'DocumentCurrencyCode');
    return reading.refuse('CURRENCY_MISSING', missing, 'The currency is missing.');
  }
  if (!isUsableCurrency(currency)) {
    const message = `The currency ${show(currency)} is unknown.`;
    return reading.refuse('CURRENCY_UNKNOWN', place, message);
  }
  if (payable !== null && ofPayable !== '' && ofPayable !== currency) {
    const message = `The invoice is in ${show(currency)}, but its PayableAmount in ${show(ofPayable)}.`;
    return reading.refuse('CURRENCY_CONTRADICTS', elementPlace(payable), message);
  }
  if (element === null) {
    reading.warnings.push(
      `DocumentCurrencyCode is missing; ${currency} is taken from PayableAmount.`,
    );
  }
  return currency;
}
