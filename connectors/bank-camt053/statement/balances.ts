import type { CalendarDate, Cents } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { find, placeOf, textAt, type XmlElement } from '../xml/element.ts';
import { readDirection, readMoney, signed } from './amounts.ts';
import { readDay } from './days.ts';
import type { Warnings } from '@inning/sdk/bank';

export type Balance = {
  readonly type: string;
  readonly cents: Cents;
  readonly currency: string | null;
  readonly on: CalendarDate | null;
};

/** The booked balances; banks add available and expected ones, which are of no use here. */
const OPENING = ['OPBD', 'PRCD'];
const CLOSING = ['CLBD'];
const INTERIM = 'ITBD';

/** Null for a balance that says nothing about what was booked. */
export function readBalance(element: XmlElement, warnings: Warnings): Balance | null {
  const type = textAt(element, 'Tp', 'CdOrPrtry', 'Cd');
  if (type === null || ![...OPENING, ...CLOSING, INTERIM].includes(type)) return null;

  const amount = find(element, 'Amt');
  if (amount === null) throw new CamtProblem('This balance has no amount.', placeOf(element));
  const money = readMoney(amount);
  const direction = readDirection(find(element, 'CdtDbtInd'));
  if (direction === null) {
    const message = 'A balance does not say whether it is in credit; read as in credit.';
    warnings.add(message, placeOf(element), 'SIGN_MISSING');
  }
  return {
    type,
    cents: signed(money.cents, direction ?? 'CRDT'),
    currency: money.currency,
    on: readDay(element, 'Dt'),
  };
}

/** A continued page opens and closes with interim balances: the first opens, the last closes. */
export function openingAndClosing(balances: readonly Balance[]) {
  const interim = balances.filter(({ type }) => type === INTERIM);
  const opening = firstOf(balances, OPENING) ?? (interim.length > 1 ? interim[0] : undefined);
  const closing = firstOf(balances, CLOSING) ?? interim.at(-1);
  return { opening: opening ?? null, closing: closing ?? null };
}

function firstOf(balances: readonly Balance[], types: readonly string[]): Balance | undefined {
  for (const type of types) {
    const found = balances.find((balance) => balance.type === type);
    if (found) return found;
  }
  return undefined;
}
