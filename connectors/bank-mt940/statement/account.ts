export type Account = { readonly account: string; readonly currency: string | null };

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/;

/**
 * The account of field `:25:`. Banks put the currency behind it, with or without a space; it is taken
 * off when it is the currency of the balances. An IBAN loses its spaces, another number stays as it is.
 */
export function readAccount(text: string, balanceCurrency: string | null): Account | null {
  const printed = text.replace(/\s+/g, ' ').trim();
  if (printed === '') return null;
  const [, number = '', currency = null] = /^(.*\d) ?([A-Z]{3})$/.exec(printed) ?? [];
  const isCurrency = currency !== null && currency === (balanceCurrency ?? currency);
  const account = isCurrency ? number : printed;
  const compact = account.replaceAll(' ', '');
  return {
    account: IBAN.test(compact) ? compact : account,
    currency: isCurrency ? currency : null,
  };
}

/** An IBAN in the middle of other text, such as a reference. */
export function isIban(text: string): boolean {
  return text.length >= 15 && IBAN.test(text);
}
