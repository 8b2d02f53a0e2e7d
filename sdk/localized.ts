/** The languages of screens, debtor pages and documents (PLAT-10). Dutch comes first. */
export const LOCALES = ['nl', 'en', 'de', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in several languages. English is always there; what is missing falls back to it. */
export type Localized = { readonly en: string } & {
  readonly [L in Exclude<Locale, 'en'>]?: string;
};

export function localize(text: Localized, locale: Locale): string {
  return text[locale] ?? text.en;
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}
