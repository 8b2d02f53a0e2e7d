import { isLocale, type Locale } from '@inning/sdk';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type * as dutch from './nl.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof dutch };
  }
}

const LOADERS: Record<Locale, () => Promise<object>> = {
  nl: () => import('./nl.ts'),
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
};
const REMEMBERED = 'inning.language';

/** The language chosen last on this machine; Dutch when none was. */
export function rememberedLanguage(): Locale {
  const remembered = localStorage.getItem(REMEMBERED);
  return isLocale(remembered) ? remembered : 'nl';
}

export const createTexts = (): i18n => i18next.createInstance();

/** Brings the texts of that language; before, every text is its key. */
export async function startTexts(texts: i18n, locale: Locale): Promise<void> {
  texts.use(initReactI18next);
  await texts.init({
    lng: locale,
    ns: ['app'],
    defaultNS: 'app',
    resources: { [locale]: { app: { ...(await LOADERS[locale]()) } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = locale;
}

/** Brings the texts of a language and shows everything in it from now on. */
export async function switchLanguage(texts: i18n, locale: Locale): Promise<void> {
  if (!texts.hasResourceBundle(locale, 'app')) {
    texts.addResourceBundle(locale, 'app', { ...(await LOADERS[locale]()) });
  }
  await texts.changeLanguage(locale);
  localStorage.setItem(REMEMBERED, locale);
  document.documentElement.lang = locale;
}
