import { type ContactHours, minutesOf, type Week } from '@inning/sdk';

export type WeekName = keyof ContactHours;
type Day = Week[number];
const OFFICE = { from: '09:00', to: '17:00' };
const WORKDAYS = [1, 2, 3, 4, 5];

/** Monday to Friday from nine to five, as far as the law of the country lets that. */
export function officeHours(lawful: ContactHours | null): ContactHours {
  const week = WORKDAYS.map((weekday) => ({ weekday, ...OFFICE }));
  return { usual: lawful ? week.flatMap((day) => within(day, lawful.usual)) : week };
}

/** The part of a day that both leave open; times of equal length compare as text. */
function within(day: Day, week: Week): Day[] {
  const open = week.find((one) => one.weekday === day.weekday);
  if (!open) return [];
  const from = day.from > open.from ? day.from : open.from;
  const to = day.to < open.to ? day.to : open.to;
  return minutesOf(from) < minutesOf(to) ? [{ ...day, from, to }] : [];
}

/** The week with that day as it is now, days in order. */
export const weekWith = (week: Week, day: Day): Week =>
  [...week.filter((one) => one.weekday !== day.weekday), day].sort((a, b) => a.weekday - b.weekday);

/** The hours with one week changed; null takes the exception of a channel away. */
export function hoursWith(
  hours: ContactHours,
  name: WeekName,
  week: Week | null | undefined,
): ContactHours {
  const { [name]: _, ...others } = hours;
  return { ...others, ...(week ? { [name]: week } : {}) } as ContactHours;
}
