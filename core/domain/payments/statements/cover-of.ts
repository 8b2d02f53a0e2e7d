import { addCents, type BankLines, type CalendarDate, type Cents, cents } from '@inning/sdk';

/** What the lines of a statement come to, seen in one go: there may be very many. */
export type Cover = {
  readonly totalCents: Cents;
  /** The days that something was booked on. */
  readonly days: readonly CalendarDate[];
  readonly lastOn: CalendarDate | null;
};

export function coverOf(lines: BankLines): Cover {
  let totalCents = cents(0);
  let lastOn: CalendarDate | null = null;
  const days = new Set<CalendarDate>();
  for (const { amountCents, bookedOn } of lines) {
    totalCents = addCents(totalCents, amountCents);
    days.add(bookedOn);
    if (lastOn === null || bookedOn > lastOn) lastOn = bookedOn;
  }
  return { totalCents, days: [...days], lastOn };
}
