import {
  type CalendarDate,
  type Cents,
  daysBetween,
  formatCents,
  formatDay,
  isLocale,
  type Locale,
} from '@inning/sdk';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay, useToday } from './today.tsx';

/** The language the reader chose. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return isLocale(i18n.language) ? i18n.language : 'nl';
}

export type Format = ReturnType<typeof useFormat>;

/** Amounts, days and instants as text in the reader's language. */
export function useFormat() {
  const locale = useLocale();
  const today = useToday();
  return useMemo(() => createFormat(locale, today), [locale, today]);
}

function createFormat(locale: Locale, today: CalendarDate) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const past = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return {
    today,
    money: (amount: Cents, currency = 'EUR') => formatCents(amount, locale, currency),
    day: (day: CalendarDate) => formatDay(day, locale),
    count: (value: number) => whole.format(value),
    percent: (part: number) => percent.format(part),
    time: (instant: string) => time.format(new Date(instant)),
    instant: (instant: string) => {
      const at = new Date(instant);
      return `${formatDay(localDay(at), locale)} ${time.format(at)}`;
    },
    /** `3 uur geleden`, in the largest whole unit. */
    ago: (minutes: number) => {
      if (minutes < 60) return past.format(-minutes, 'minute');
      if (minutes < 48 * 60) return past.format(-Math.floor(minutes / 60), 'hour');
      return past.format(-Math.floor(minutes / (24 * 60)), 'day');
    },
    /** `over 3 dagen`; empty when it is too far away to help. */
    fromToday: (day: CalendarDate) => {
      const days = daysBetween(today, day);
      return Math.abs(days) <= 31 ? relative.format(days, 'day') : '';
    },
  };
}
