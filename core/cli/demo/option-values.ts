import { type CalendarDate, isCalendarDate, isLocale, type Locale } from '@inning/sdk';
import { UsageError } from '../cli.errors.ts';

/** How `--lang` stands in the help of a command. */
export const LANG_OPTION = {
  type: 'string',
  value: 'nl|en|de|fr',
  help: 'of the sentences; Dutch by default',
} as const;

export function localeOf(text: string | undefined): Locale {
  if (text === undefined) return 'nl';
  if (isLocale(text)) return text;
  throw new UsageError('The languages are nl, en, de and fr.');
}

export function dayOption(name: string, text: string, example: CalendarDate): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new UsageError(`--${name} takes a day such as ${example}, not "${text}".`);
}

export function countOption(name: string, text: string, most: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new UsageError(`--${name} takes a whole number from 1 to ${most}, not "${text}".`);
}
