import { Liquid, type Template } from 'liquidjs';
import {
  type CalendarDate,
  cents,
  formatCents,
  formatDay,
  isCalendarDate,
  type Locale,
} from '@inning/sdk';
import { quicken, type QuickFilters } from './quicken-liquid.ts';

/** One engine fills in HTML and escapes every value, the other fills in plain text. */
export type LiquidEngines = { readonly html: Liquid; readonly plain: Liquid };

const OPTIONS = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: 500_000,
  renderLimit: 500,
  memoryLimit: 5_000_000,
  // Nothing to include: an engine never reads the file system.
  templates: {},
};

export function createLiquidEngines(locale: Locale): LiquidEngines {
  const filters = filtersOf(locale);
  return {
    html: withFilters(new Liquid({ ...OPTIONS, outputEscape: 'escape' }), filters),
    plain: withFilters(new Liquid(OPTIONS), filters),
  };
}

/** Parses a template for many letters: the same answers as LiquidJS gives, sooner. */
export function parseForLetters(engine: Liquid, locale: Locale, source: string): Template[] {
  return quicken(engine, engine.parse(source), filtersOf(locale));
}

/** What the filters of letters do; `money` takes the currency from the values. */
export function filtersOf(locale: Locale): QuickFilters {
  return {
    money(amount, _, context) {
      const { currency } = context.environments as { currency: string };
      return formatCents(cents(Number(amount)), locale, currency);
    },
    day: (day, length) => sayDay(day, length, locale),
    iban: (iban) =>
      String(iban)
        .replace(/\s/g, '')
        .replace(/(.{4})(?=.)/g, '$1\u00a0'),
  };
}

function withFilters(engine: Liquid, filters: QuickFilters): Liquid {
  for (const [name, filter] of Object.entries(filters)) {
    engine.registerFilter(name, function (value, argument) {
      return filter(value, argument, this.context);
    });
  }
  // A value is always escaped: a template cannot switch that off.
  engine.unregisterFilter('raw');
  return engine;
}

function sayDay(day: unknown, length: unknown, locale: Locale): string {
  if (!isCalendarDate(day)) throw new Error(`"${String(day)}" is not a day`);
  const text = formatDay(day as CalendarDate, locale);
  return length === 'short' ? text.slice(text.indexOf(' ') + 1) : text;
}
