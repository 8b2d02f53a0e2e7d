import { addCents, type BankLines, type CalendarDate, type Cents, cents } from '@inning/sdk';
import { othersFirst } from '@inning/sdk/bank';
import { chunksOf } from './chunks-of.ts';

/** What the lines of a statement come to, seen in one go: there may be very many. */
export type Cover = {
  readonly totalCents: Cents;
  /** The days that something was booked on. */
  readonly days: readonly CalendarDate[];
  readonly lastOn: CalendarDate | null;
};

const AT_ONCE = 2_000;

export async function coverOf(lines: BankLines): Promise<Cover> {
  let totalCents = cents(0);
  let lastOn: CalendarDate | null = null;
  const days = new Set<CalendarDate>();
  for (const some of chunksOf(lines, AT_ONCE)) {
    for (const { amountCents, bookedOn } of some) {
      totalCents = addCents(totalCents, amountCents);
      days.add(bookedOn);
      if (lastOn === null || bookedOn > lastOn) lastOn = bookedOn;
    }
    if (some.length === AT_ONCE) await othersFirst();
  }
  return { totalCents, days: [...days], lastOn };
}
