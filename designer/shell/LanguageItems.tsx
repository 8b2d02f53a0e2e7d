import { Menu } from '@mantine/core';
import { LOCALES } from '@inning/sdk';
import { Check } from 'lucide-react';
import { useLanguageSwitch } from './use-language-switch.ts';

/** Each language in its own words, so that it is found by who needs it. */
export const LANGUAGE_NAMES = { nl: 'Nederlands', en: 'English', de: 'Deutsch', fr: 'Français' };

export function LanguageItems() {
  const { locale, choose } = useLanguageSwitch();
  return LOCALES.map((language) => (
    <Menu.Item
      key={language}
      lang={language}
      aria-current={language === locale}
      rightSection={language === locale ? <Check size={15} aria-hidden /> : null}
      onClick={() => choose(language)}
    >
      {LANGUAGE_NAMES[language]}
    </Menu.Item>
  ));
}
