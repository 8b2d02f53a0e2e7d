import { sayMessage } from '@inning/sdk';
import { useCallback } from 'react';
import type { Said } from '../../api/shapes.ts';
import { useServerTexts } from '../../api/texts.ts';
import { useLocale } from './format.ts';

/** A stored sentence in the reader's language. */
export function useSay() {
  const locale = useLocale();
  const texts = useServerTexts(locale);
  return useCallback(
    (said: Said | null): string =>
      said === null ? '' : (said.text ?? sayMessage(texts, said, locale)),
    [texts, locale],
  );
}
