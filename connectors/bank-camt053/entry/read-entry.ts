import type { CalendarDate } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { type Direction, moneyOf, readDirection, readMoney, signed } from '../statement/amounts.ts';
import { readDay } from '../statement/days.ts';
import type { LineDraft, Warnings } from '@inning/sdk/bank';
import { find, placeOf, textAt, type XmlElement } from '../xml/element.ts';
import { type Booking, entryLines } from './entry-lines.ts';
import {
  isReturnCode,
  meaningful,
  readTypeCode,
  type TransactionDetail,
} from './transaction-details.ts';

export type EntryContext = {
  readonly account: string | null;
  readonly currency: string | null;
  /** The day to use for an entry that names none. */
  readonly statementOn: CalendarDate | null;
  readonly warnings: Warnings;
};
export type ReadEntry = { readonly booking: Booking; readonly lines: Iterable<LineDraft> };

/** An entry as the lines it is worth, or null when it was not booked. */
export function readEntry(
  entry: XmlElement,
  details: readonly TransactionDetail[],
  context: EntryContext,
): ReadEntry | null {
  const status =
    textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts', 'Prtry') ?? textAt(entry, 'Sts');
  if (status !== null && status !== 'BOOK') {
    const message = `An entry is not booked (${status.slice(0, 20)}) and was left out.`;
    const params = { status: status.slice(0, 20) };
    context.warnings.add(message, placeOf(entry), { code: 'ENTRY_NOT_BOOKED', params });
    return null;
  }
  const booking = readBooking(entry, details, context);
  return { booking, lines: entryLines(booking, details, context) };
}

function readBooking(
  entry: XmlElement,
  details: readonly TransactionDetail[],
  context: EntryContext,
): Booking {
  const direction = readDirection(find(entry, 'CdtDbtInd'));
  if (direction === null) {
    throw new CamtProblem(
      'This entry does not say CRDT (received) or DBIT (paid).',
      placeOf(entry),
    );
  }
  const valueOn = readDay(entry, 'ValDt');
  const typeCode = readTypeCode(entry);
  const reference = textAt(entry, 'AcctSvcrRef');
  return {
    place: placeOf(entry),
    direction,
    ...readAmount(entry, { details, direction, context }),
    bookedOn: readDay(entry, 'BookgDt') ?? fallbackDay(entry, valueOn, context),
    valueOn,
    typeCode,
    isReversal: isTrue(textAt(entry, 'RvslInd')) || isReturnCode(typeCode),
    ownReference: tellsApart(reference) ? reference : null,
    transactionId: meaningful(reference),
    text: textAt(entry, 'AddtlNtryInf'),
  };
}

function readAmount(
  entry: XmlElement,
  from: { details: readonly TransactionDetail[]; direction: Direction; context: EntryContext },
): Pick<Booking, 'amountCents' | 'currency'> {
  const element = find(entry, 'Amt');
  const money = element === null ? amountOfOnlyDetail(entry, from) : readMoney(element);
  const currency = money.currency ?? from.context.currency;
  if (currency === null) {
    throw new CamtProblem('This amount has no currency.', placeOf(element ?? entry));
  }
  return { amountCents: signed(money.cents, from.direction), currency };
}

function amountOfOnlyDetail(
  entry: XmlElement,
  { details, context }: { details: readonly TransactionDetail[]; context: EntryContext },
) {
  const amount = details.length === 1 ? details[0]?.amount : null;
  if (!amount) throw new CamtProblem('This entry has no amount.', placeOf(entry));
  const message = 'An entry has no amount of its own; the amount of its transaction was used.';
  context.warnings.add(message, placeOf(entry), 'AMOUNT_OF_DETAIL');
  return moneyOf(amount);
}

function fallbackDay(
  entry: XmlElement,
  valueOn: CalendarDate | null,
  { statementOn, warnings }: EntryContext,
): CalendarDate {
  const day = valueOn ?? statementOn;
  if (day === null) throw new CamtProblem('This entry has no booking day.', placeOf(entry));
  const which = valueOn === null ? 'the day of the statement' : 'its value day';
  warnings.add(`An entry has no booking day; ${which} was used.`, placeOf(entry), 'DAY_ASSUMED');
  return day;
}

/** A short or wordy reference is a filler; a real one is long and has digits. */
function tellsApart(reference: string | null): boolean {
  return meaningful(reference) !== null && /^(?=.*\d).{8,}$/.test(reference ?? '');
}

const isTrue = (text: string | null) => text === 'true' || text === '1';
