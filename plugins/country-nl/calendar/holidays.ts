import { addDays, type CalendarDate, calendarDateOf, weekday } from '@inning/sdk';
import { easterSunday } from './easter-sunday.ts';

const KEPT_YEARS = 200;
const byYear = new Map<number, ReadonlyMap<CalendarDate, string>>();

/**
 * The recognised holiday on that day, or null: the days of art. 3 Algemene termijnenwet, with Good
 * Friday (equal to a holiday since it is treated as one there) and 5 May of every year.
 */
export function holidayOn(day: CalendarDate): string | null {
  const year = Number(day.slice(0, 4));
  let days = byYear.get(year);
  if (!days) {
    if (byYear.size >= KEPT_YEARS) byYear.clear();
    days = holidaysOf(year);
    byYear.set(year, days);
  }
  return days.get(day) ?? null;
}

function holidaysOf(year: number): Map<CalendarDate, string> {
  const easter = easterSunday(year);
  return new Map([
    [calendarDateOf(year, 1, 1), 'Nieuwjaarsdag'],
    [addDays(easter, -2), 'Goede Vrijdag'],
    [easter, 'Eerste Paasdag'],
    [addDays(easter, 1), 'Tweede Paasdag'],
    [kingsDay(year), 'Koningsdag'],
    [calendarDateOf(year, 5, 5), 'Bevrijdingsdag'],
    [addDays(easter, 39), 'Hemelvaartsdag'],
    [addDays(easter, 49), 'Eerste Pinksterdag'],
    [addDays(easter, 50), 'Tweede Pinksterdag'],
    [calendarDateOf(year, 12, 25), 'Eerste Kerstdag'],
    [calendarDateOf(year, 12, 26), 'Tweede Kerstdag'],
  ]);
}

/** 27 April since 2014, the Saturday before when that is a Sunday; before, Koninginnedag on 30 April. */
function kingsDay(year: number): CalendarDate {
  const day = year >= 2014 ? calendarDateOf(year, 4, 27) : calendarDateOf(year, 4, 30);
  return weekday(day) === 7 ? addDays(day, -1) : day;
}
