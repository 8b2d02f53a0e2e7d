import { UnstyledButton } from '@mantine/core';
import { LOCALES } from '@inning/sdk';
import { LANGUAGE_NAMES } from '../shell/LanguageItems.tsx';
import { useLanguageSwitch } from '../shell/use-language-switch.ts';
import styles from './sign-in.module.css';

export function LanguageLine() {
  const { locale, choose } = useLanguageSwitch();
  return (
    <div className={styles.languages}>
      {LOCALES.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          aria-pressed={language === locale}
          onClick={() => choose(language)}
        >
          {LANGUAGE_NAMES[language]}
        </UnstyledButton>
      ))}
    </div>
  );
}
