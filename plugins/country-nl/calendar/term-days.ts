import { addDays, type CalendarDate, weekday } from '@inning/sdk';
import table from '../tables/designated-days.json' with { type: 'json' };
import { holidayOn } from './holidays.ts';

const SATURDAY = 6;
const designated: ReadonlySet<CalendarDate> = new Set(table.days);

/** True for a recognised holiday, and for a day that the government made equal to one that year. */
export const isTermHoliday = (day: CalendarDate): boolean =>
  holidayOn(day) !== null || designated.has(day);

/** A term that ends on a Saturday, Sunday or holiday ends on the next other day (art. 1 Termijnenwet). */
export function extendTerm(lastDayOn: CalendarDate): CalendarDate {
  let day = lastDayOn;
  while (weekday(day) >= SATURDAY || isTermHoliday(day)) day = addDays(day, 1);
  return day;
}

/** The years for which the days of the government are known. */
export const DESIGNATED_DAYS_KNOWN = { from: table.validFrom, until: table.validUntil } as const;
