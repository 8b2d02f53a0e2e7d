import { addDays, type CalendarDate, weekday } from '@inning/sdk';
import { easterSunday } from './easter-sunday.ts';
import { holidayOn } from './holidays.ts';

const SATURDAY = 6;

/** Monday to Friday, save recognised holidays. */
export const isWorkingDay = (day: CalendarDate): boolean =>
  weekday(day) < SATURDAY && holidayOn(day) === null;

/** The day itself when banks settle on it, or the next on which they do. */
export function nextBankDay(day: CalendarDate): CalendarDate {
  let next = day;
  while (!isBankDay(next)) next = addDays(next, 1);
  return next;
}

/**
 * A day on which euro payments settle: TARGET is closed in weekends and on six days a year (ECB,
 * long-term calendar of closing days, since 2002). 27 April and 5 May are bank days.
 */
export function isBankDay(day: CalendarDate): boolean {
  if (weekday(day) >= SATURDAY) return false;
  if (CLOSED_EVERY_YEAR.has(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return day !== addDays(easter, -2) && day !== addDays(easter, 1);
}

const CLOSED_EVERY_YEAR = new Set(['01-01', '05-01', '12-25', '12-26']);
