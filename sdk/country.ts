import type { CalendarDate } from './calendar-date.ts';
import type { Localized } from './localized.ts';
import type { Channel } from './node.ts';

/** Minutes after midnight, local time; `to` is exclusive. */
export type MinutesOfDay = { readonly from: number; readonly to: number };

/** What a country pack tells the engine: pure functions of their arguments, with sources in its README. */
export type Country = {
  /** ISO 3166, such as `NL`. */
  readonly code: string;
  readonly title: Localized;
  readonly timeZone: string;
  /** The name of the recognised public holiday on that day, or null. */
  holiday(day: CalendarDate): string | null;
  /** When a debtor may be contacted on that day by that channel, or null for not at all. */
  contactWindow(contact: {
    readonly day: CalendarDate;
    readonly channel: Channel;
    readonly debtorKind: 'consumer' | 'business';
  }): MinutesOfDay | null;
};
