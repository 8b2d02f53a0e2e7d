/** Only capitals and digits: how numbers are compared, since payers write spaces and dashes freely. */
export const normaliseReference = (text: string): string =>
  text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Shorter digits alone would be found in anything. */
const SHORTEST_DIGITS = 4;

/**
 * The forms under which an invoice is looked up for a payment: its number, the digits the number ends
 * in (payers drop a prefix), the number without leading zeros, and its payment reference.
 */
export function matchKeys(invoice: {
  readonly number: string;
  readonly paymentReference: string | null;
}): string[] {
  const number = normaliseReference(invoice.number);
  const digits = /\d+$/.exec(number)?.[0] ?? '';
  const keys = [
    number,
    digits.length >= SHORTEST_DIGITS ? digits : '',
    number.replace(/^0+/, ''),
    invoice.paymentReference ? normaliseReference(invoice.paymentReference) : '',
  ];
  return [...new Set(keys.filter((key) => key !== ''))];
}
