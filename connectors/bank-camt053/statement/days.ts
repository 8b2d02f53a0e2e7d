import { type CalendarDate, isCalendarDate } from '@inning/sdk';
import { CamtProblem } from '../camt-problem.ts';
import { find, placeOf, textOf, type XmlElement } from '../xml/element.ts';

/**
 * The day in a choice of `Dt` and `DtTm`. A moment keeps the day as the bank wrote it: its books are
 * kept in its own time zone, so moving it to ours would move a booking to another day.
 */
export function readDay(parent: XmlElement, name: string): CalendarDate | null {
  const choice = find(parent, name);
  if (choice === null) return null;
  const element = find(choice, 'Dt') ?? find(choice, 'DtTm') ?? choice;
  return dayOf(element);
}

/** The day of a single element such as `CreDtTm`. */
export function dayOf(element: XmlElement | null): CalendarDate | null {
  const text = element === null ? null : textOf(element);
  if (element === null || text === null) return null;
  const day = text.slice(0, 10);
  if (isCalendarDate(day) && /^([T+\-Z ]|$)/.test(text.slice(10)))
    return dayAtMidnight(text) ?? day;
  throw new CamtProblem(`“${text.slice(0, 40)}” is not a day.`, placeOf(element));
}

/**
 * Some banks turn a day into a moment in UTC, `2026-03-01T23:00:00Z` for the second of March. Only
 * exactly midnight where SEPA payments are settled (Frankfurt time) is read as such a day.
 */
function dayAtMidnight(text: string): CalendarDate | null {
  if (!/T2[23]:00:00(\.0+)?Z$/.test(text)) return null;
  const local = settlementTime.format(Date.parse(text));
  return local.endsWith(' 00:00:00') ? local.slice(0, 10) : null;
}

// Swedish writes a moment as `2026-03-02 00:00:00`.
const settlementTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});
