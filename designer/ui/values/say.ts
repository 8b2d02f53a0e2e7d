import type { MessageTexts } from '@inning/sdk';
import { sayMessage } from '@inning/sdk';
import type { Said } from '../../api/shapes.ts';
import { useLocale } from './format.ts';

const NO_TEXTS: MessageTexts = {};

/** A stored sentence in the reader's language: the server's own words, which come with it. */
export function useSay() {
  const locale = useLocale();
  return (said: Said | null): string =>
    said === null ? '' : (said.text ?? sayMessage(NO_TEXTS, said, locale));
}
