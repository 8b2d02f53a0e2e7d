import { type Locale, localize, type Localized } from '../../localized.ts';
import { CHANNELS, type ContactHours, type Week } from './contact-hours.ts';

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
};
const NEVER: Localized = { nl: 'nooit', en: 'never', de: 'nie', fr: 'jamais' };
export const CHANNEL_NAMES: Readonly<Record<(typeof CHANNELS)[number], Localized>> = {
  mail: { nl: 'e-mail', en: 'e-mail', de: 'E-Mail', fr: 'e-mail' },
  phone: { nl: 'telefoon', en: 'phone', de: 'Telefon', fr: 'téléphone' },
  sms: { nl: 'sms', en: 'SMS', de: 'SMS', fr: 'SMS' },
  post: { nl: 'post', en: 'post', de: 'Post', fr: 'courrier' },
};

/** `ma–vr 09:00–17:00, za 10:00–12:00; telefoon: ma–vr 10:00–16:00`. */
export function sayContactHours(hours: ContactHours, locale: Locale): string {
  const others = CHANNELS.flatMap((channel) => {
    const week = hours[channel];
    return week ? [`${localize(CHANNEL_NAMES[channel], locale)}: ${sayWeek(week, locale)}`] : [];
  });
  return [sayWeek(hours.usual, locale), ...others].join('; ');
}

/** Days in a row with the same hours are one stretch. */
function sayWeek(week: Week, locale: Locale): string {
  const days = [...week].sort((a, b) => a.weekday - b.weekday);
  if (days.length === 0) return localize(NEVER, locale);
  const stretches: { first: number; last: number; hours: string }[] = [];
  for (const { weekday, from, to } of days) {
    const hours = `${from}–${to}`;
    const before = stretches.at(-1);
    if (before && before.last === weekday - 1 && before.hours === hours) before.last = weekday;
    else stretches.push({ first: weekday, last: weekday, hours });
  }
  const name = (day: number) => WEEKDAYS[locale][day - 1] ?? String(day);
  return stretches
    .map(({ first, last, hours }) =>
      first === last ? `${name(first)} ${hours}` : `${name(first)}–${name(last)} ${hours}`,
    )
    .join(', ');
}

/** The days of the week, Monday first. */
export const weekdayNames = (locale: Locale): readonly string[] => WEEKDAYS[locale];
