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

/** Starts the texts in the language chosen last on this machine; Dutch when none was. */
export async function startTexts(): Promise<i18n> {
  const remembered = localStorage.getItem(REMEMBERED);
  const locale: Locale = isLocale(remembered) ? remembered : 'nl';
  const texts = i18next.createInstance();
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
  return texts;
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
