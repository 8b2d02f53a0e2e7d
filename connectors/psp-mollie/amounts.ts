import {
  asFields,
  cents,
  type Cents,
  ConnectorAmbiguousError,
  ConnectorRefusedError,
} from '@inning/sdk';

const VALUE = /^(-?)(\d{1,13})\.(\d{2})$/;
/** Currencies that Mollie writes without cents. */
const WITHOUT_CENTS = new Set(['JPY', 'ISK']);

export type MollieAmount = { readonly currency: string; readonly value: string };

/** `12345` euro cents as `{ currency: 'EUR', value: '123.45' }`. */
export function amountOf(amountCents: Cents, currency: string): MollieAmount {
  if (WITHOUT_CENTS.has(currency)) {
    throw new ConnectorRefusedError(`${currency} cannot be paid through this connector.`, {
      currency,
    });
  }
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const sign = amountCents < 0 ? '-' : '';
  return { currency, value: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` };
}

/** Zero when Mollie names no amount. Throws when it is one in a way we do not know. */
export function centsOf(amount: unknown): Cents {
  if (amount === null || amount === undefined) return cents(0);
  const value = asFields(amount)['value'];
  const [, sign, whole, part] = VALUE.exec(typeof value === 'string' ? value : '') ?? [];
  if (whole === undefined) {
    throw new ConnectorAmbiguousError('Mollie gave an amount that cannot be read.');
  }
  const sum = Number(whole) * 100 + Number(part);
  return cents(sign === '-' && sum !== 0 ? -sum : sum);
}
