import { addDays, type CalendarDate, invariant } from '@inning/sdk';
import { InterestRateUnknownError } from '../law.errors.ts';
import commercial from '../tables/interest-commercial.json' with { type: 'json' };
import consumer from '../tables/interest-consumer.json' with { type: 'json' };
import { type Fraction, readDecimal } from '../fraction.ts';

export type Rate = { readonly from: CalendarDate; readonly percent: Fraction };
export type RateTable = {
  readonly article: string;
  /** The last day for which nobody needs to look whether the rate changed. */
  readonly validUntil: CalendarDate;
  /** Oldest first. */
  readonly rates: readonly [Rate, ...Rate[]];
};

export const RATE_TABLES: Readonly<Record<'consumer' | 'commercial', RateTable>> = {
  consumer: toTable(consumer),
  commercial: toTable(commercial),
};

/** The rate on a day, and the first day of the next one. */
export function rateOn({ rates }: RateTable, day: CalendarDate) {
  const index = rates.findLastIndex(({ from }) => from <= day);
  const rate = rates[index];
  if (!rate) throw new InterestRateUnknownError(day, rates[0].from);
  return { percent: rate.percent, nextOn: rates[index + 1]?.from ?? null };
}

/** The first day on which the table may be older than the law. */
export const unsureFrom = ({ validUntil }: RateTable): CalendarDate => addDays(validUntil, 1);

type TableFile = Pick<RateTable, 'article' | 'validUntil'> & {
  readonly rows: readonly { readonly from: CalendarDate; readonly percent: string }[];
};

/** A table of rates of such rows, oldest first; there is at least one. */
export function toTable({ article, validUntil, rows }: TableFile): RateTable {
  const [first, ...rest] = rows.map(({ from, percent }) => {
    const read = readDecimal(percent);
    invariant(read, `the rate from ${from} is a decimal number`);
    return { from, percent: read };
  });
  invariant(first, 'a table of rates has a row');
  return { article, validUntil, rates: [first, ...rest] };
}
