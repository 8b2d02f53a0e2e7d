import { type CalendarDate, isCalendarDate, weekday } from './calendar-date.ts';
import { type Locale, type Localized, localize } from './localized.ts';
import { type Cents, formatCents } from './money.ts';

/**
 * A sentence that is stored as a code with its facts, so that it can be read in any language later.
 * Parameters ending in `Cents` are shown as money, `on` and `on` and those ending in `On` as a day.
 */
export type Message = { readonly code: string; readonly params?: MessageParams };
export type MessageParams = Readonly<Record<string, string | number | null>>;

/** Sentences by code. A text names its parameters in braces: `{openCents} is below {limitCents}`. */
export type MessageTexts = Readonly<Record<string, Localized>>;

export function message(code: string, params?: MessageParams): Message {
  return params ? { code, params } : { code };
}

/** The sentence in the reader's language. An unknown code is shown as it is, never hidden. */
export function sayMessage(texts: MessageTexts, said: Message, locale: Locale): string {
  const text = Object.hasOwn(texts, said.code) ? texts[said.code] : undefined;
  if (!text) return said.code;
  return localize(text, locale).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = said.params && Object.hasOwn(said.params, name) ? said.params[name] : undefined;
    return value === undefined || value === null ? '–' : sayParam(name, value, locale);
  });
}

const DAY_NAME = /^on$|On$/;

function sayParam(name: string, value: string | number, locale: Locale): string {
  if (name.endsWith('Cents') && typeof value === 'number')
    return formatCents(value as Cents, locale);
  if (DAY_NAME.test(name) && isCalendarDate(value)) return formatDay(value, locale);
  return String(value);
}

const WEEKDAYS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  de: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
};
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  de: ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'],
  fr: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
};

/** A day as a person reads it: `ma 3 mrt 2026`. */
export function formatDay(day: CalendarDate, locale: Locale = 'nl'): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${WEEKDAYS[locale][weekday(day) - 1]} ${date} ${MONTHS[locale][(month ?? 1) - 1]} ${year}`;
}
