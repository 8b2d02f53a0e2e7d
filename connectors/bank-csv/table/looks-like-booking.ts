import { parseAmount } from '../cells/parse-amount.ts';
import { parseDay } from '../cells/parse-day.ts';

/** Whether a cell reads as a day, in whatever order it may be written. */
export function isDayLike(cell: string): boolean {
  const read = parseDay(cell, null);
  return typeof read === 'string' || read.code === 'DAY_UNCLEAR';
}

/** Whether a cell reads as an amount of money; a bare number, such as a count, does too. */
export function isAmountLike(cell: string): boolean {
  const read = parseAmount(cell, null);
  return typeof read === 'number' || read.code === 'AMOUNT_UNCLEAR';
}

/** A row with a day and, in another cell, an amount. */
export function looksLikeBooking(cells: readonly string[]): boolean {
  const dayAt = cells.findIndex(isDayLike);
  return dayAt !== -1 && cells.some((cell, at) => at !== dayAt && isAmountLike(cell));
}
