import { type Cents, cents, type Place } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { placeOf, textOf, type XmlElement } from '../xml/element.ts';

export type Money = { readonly cents: Cents; readonly currency: string | null };
/** An amount as it stands in the file, to be read when it is known to matter. */
export type WrittenMoney = {
  readonly text: string;
  readonly currency: string | null;
  readonly place: Place;
};
export type Direction = 'CRDT' | 'DBIT';

/** A hundred billion; more than that in one line is a mistake in the file. */
const MAX_DIGITS = 13;

/** An element such as `<Amt Ccy="EUR">12.50</Amt>`: digits and at most two decimals that count. */
export function readMoney(element: XmlElement): Money {
  return moneyOf(writtenMoney(element));
}

export function writtenMoney(element: XmlElement): WrittenMoney {
  const text = textOf(element) ?? '';
  return { text, currency: readCurrency(element), place: placeOf(element) };
}

export function moneyOf({ text, currency, place }: WrittenMoney): Money {
  const result = parseCents(text);
  if (typeof result === 'string') throw new CamtProblem(result, place);
  return { cents: result, currency };
}

/** The amount in whole cents, or the sentence that says why it is not one. Never rounds. */
export function parseCents(text: string): Cents | string {
  const match = /^\+?(\d*)(?:\.(\d*))?$/.exec(text);
  const whole = match?.[1] ?? '';
  const decimals = match?.[2] ?? '';
  if (match === null || whole + decimals === '') return `“${shorten(text)}” is not an amount.`;
  if (/[1-9]/.test(decimals.slice(2))) return `“${shorten(text)}” has parts of a cent.`;

  const digits = `${whole}${decimals.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  if (digits.length > MAX_DIGITS) return `“${shorten(text)}” is too large an amount.`;
  return cents(Number(digits));
}

function readCurrency(element: XmlElement): string | null {
  const { currency } = element;
  if (currency === null || /^[A-Z]{3}$/.test(currency)) return currency;
  throw new CamtProblem(`“${shorten(currency)}” is not a currency.`, placeOf(element));
}

/** `CRDT` is money received, `DBIT` money paid; null when the file does not say. */
export function readDirection(element: XmlElement | null): Direction | null {
  if (element === null) return null;
  const text = textOf(element);
  if (text === 'CRDT' || text === 'DBIT') return text;
  throw new CamtProblem(
    `“${shorten(text ?? '')}” is not CRDT (received) or DBIT (paid).`,
    placeOf(element),
  );
}

export function signed(amount: Cents, direction: Direction): Cents {
  return direction === 'DBIT' ? cents(-amount) : amount;
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
