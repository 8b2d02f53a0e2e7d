import { type Cents, formatCents, formatDay, type Locale, LOCALES } from '@inning/sdk';

/** A text in all four languages. */
export type Texts = Readonly<Record<Locale, string>>;

/** What stands between the braces: names ending in `Cents` are money, in `On` a day, in `Percent` that. */
export type Facts = Readonly<Record<string, string | number>>;

/** Fills in the facts, each as it is written in its language. */
export function fill(texts: Texts, facts: Facts): Texts {
  const filled = LOCALES.map((locale) => [locale, fillOne(texts[locale], facts, locale)]);
  return Object.fromEntries(filled) as Texts;
}

function fillOne(text: string, facts: Facts, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return place;
    if (name.endsWith('Cents')) return formatCents(Number(fact) as Cents, locale);
    if (name.endsWith('On')) return formatDay(String(fact), locale);
    return name.endsWith('Percent') ? writePercent(String(fact), locale) : String(fact);
  });
}

function writePercent(percent: string, locale: Locale): string {
  const number = locale === 'en' ? percent : percent.replace('.', ',');
  return `${number}\u00a0%`;
}
