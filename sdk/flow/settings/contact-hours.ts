import { type Static, Type } from 'typebox';
import { type CalendarDate, weekday } from '../../calendar-date.ts';
import type { Channel, MinutesOfDay } from '../../contact.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', editor: 'time-of-day' });

/** Hours by day of the week, Monday is 1; a day that is not there is closed. */
export const WeekSchema = Type.Array(
  Type.Object(
    { weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time },
    { additionalProperties: false },
  ),
  { maxItems: 7 },
);
export type Week = Static<typeof WeekSchema>;

/** Within the law: when this flow contacts a debtor, as a rule and by channels that differ. */
export const ContactHoursSchema = Type.Object(
  {
    usual: WeekSchema,
    mail: Type.Optional(WeekSchema),
    phone: Type.Optional(WeekSchema),
    sms: Type.Optional(WeekSchema),
    post: Type.Optional(WeekSchema),
  },
  { additionalProperties: false },
);
export type ContactHours = Static<typeof ContactHoursSchema>;

export const CHANNELS = ['mail', 'phone', 'sms', 'post'] as const satisfies readonly Channel[];

/** What the law leaves open and the flow wants, on that day; null when that is nothing. */
export function withinContactHours(
  open: MinutesOfDay | null,
  hours: ContactHours | null | undefined,
  { day, channel }: { readonly day: CalendarDate; readonly channel: Channel },
): MinutesOfDay | null {
  if (!hours || !open) return open;
  const wanted = (hours[channel] ?? hours.usual).find((one) => one.weekday === weekday(day));
  if (!wanted) return null;
  const from = Math.max(open.from, minutesOf(wanted.from));
  const to = Math.min(open.to, minutesOf(wanted.to));
  return from < to ? { from, to } : null;
}

/** `09:30` is 570. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** 570 is `09:30`; the end of the day is its last minute. */
export function timeOf(minutes: number): string {
  const within = Math.min(minutes, 23 * 60 + 59);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** Weeks in which a day ends before it begins, or that have no day at all. */
export function emptyWeeks(hours: ContactHours): ('usual' | Channel)[] {
  const weeks = Object.entries(hours) as [keyof ContactHours, Week][];
  return weeks.flatMap(([name, week]) =>
    week.length === 0 || week.some(({ from, to }) => minutesOf(from) >= minutesOf(to))
      ? [name]
      : [],
  );
}
