import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowChangeRow } from '../../api/drawing.ts';
import { useTemplates, wordsOf } from '../../api/templates.ts';
import { useLocale } from '../../ui/values/format.ts';
import { useSay } from '../../ui/values/say.ts';

const VALUES = ['from', 'to'] as const;

/** A difference in the reader's words; choices and letters are called as in their form. */
export function useSayChange() {
  const { t } = useTranslation();
  const say = useSay();
  const locale = useLocale();
  const templates = useTemplates().data;
  return useCallback(
    ({ sentence }: Pick<FlowChangeRow, 'sentence'>): string => {
      const params = { ...sentence.params };
      for (const name of VALUES) {
        if (!(name in params)) continue;
        const value = params[name];
        const letter = templates?.find((one) => one.name === value);
        const title = letter && wordsOf(letter, locale)?.title;
        if (title) {
          params[name] = title;
          continue;
        }
        params[name] =
          value === null || value === undefined
            ? t('versions.nothing')
            : t(`choices.${value}` as 'versions.nothing', { defaultValue: String(value) });
      }
      return say({ ...sentence, params });
    },
    [say, t, locale, templates],
  );
}
