import {
  type CalendarDate,
  type Channel,
  type Country,
  type DebtorKind,
  type MinutesOfDay,
  weekday,
} from '@inning/sdk';
import { holidayOn } from '../calendar/holidays.ts';
import table from '../tables/contact-rules.json' with { type: 'json' };

const SUNDAY = 7;

type Hours = MinutesOfDay & { readonly closedOn: ReadonlySet<string> };

const hours: ReadonlyMap<string, Hours> = new Map(
  table.hours.flatMap(({ kinds, channels, from, to, closedOn }) => {
    const open = { from: minutesOf(from), to: minutesOf(to), closedOn: new Set(closedOn) };
    return kinds.flatMap((kind) =>
      channels.map((channel) => [`${kind} ${channel}`, open] as const),
    );
  }),
);

/** When a debtor of that kind may be reached by that channel on a day, or null for not at all. */
export const contactWindow: Country['contactWindow'] = ({ day, channel, debtorKind }) => {
  const rule = hours.get(`${debtorKind} ${channel}`);
  if (!rule || isClosed(rule, day)) return null;
  return { from: rule.from, to: rule.to };
};

function isClosed({ closedOn }: Hours, day: CalendarDate): boolean {
  if (closedOn.has('sunday') && weekday(day) === SUNDAY) return true;
  return closedOn.has('holiday') && holidayOn(day) !== null;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** A rule for every kind and channel there is: what the table forgets is never open, and a test says so. */
export const hasRuleFor = (debtorKind: DebtorKind, channel: Channel): boolean =>
  hours.has(`${debtorKind} ${channel}`);
