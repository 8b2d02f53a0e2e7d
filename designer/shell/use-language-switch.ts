import type { Locale } from '@inning/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '../api/client-context.tsx';
import { switchLanguage } from '../texts/i18n.ts';
import { useLocale } from '../ui/values/format.ts';

/** Sentences of the server are asked again, since it says them in the reader's language too. */
export function useLanguageSwitch() {
  const { i18n } = useTranslation();
  const client = useClient();
  const queries = useQueryClient();
  const locale = useLocale();
  return {
    locale,
    choose(next: Locale) {
      client.useLanguage(next);
      void switchLanguage(i18n, next).then(() => queries.invalidateQueries());
    },
  };
}
