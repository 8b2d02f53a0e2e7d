import { type CalendarDate, calendarDate, type Clock } from '@inning/sdk';
import { createContext, type ReactNode, useContext } from 'react';

/** The clock of the browser. The server's day is leading; this fills in until it is known. */
export const browserClock: Clock = { now: () => new Date() };

const TodayContext = createContext<CalendarDate | null>(null);

export function TodayProvider(props: { today: CalendarDate | null; children: ReactNode }) {
  return <TodayContext value={props.today}>{props.children}</TodayContext>;
}

/** The civil day it is for the agency. */
export function useToday(): CalendarDate {
  return useContext(TodayContext) ?? localDay(browserClock.now());
}

/** The civil day of an instant where the reader is. */
export function localDay(instant: Date): CalendarDate {
  const pad = (value: number) => String(value).padStart(2, '0');
  return calendarDate(
    `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`,
  );
}
