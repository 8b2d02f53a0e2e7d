import { type Locale, localize } from '@inning/sdk';
import { escapeHtml } from './frame.html.ts';
import { PAGE_TEXTS } from './public-pages.texts.ts';

export type TextName = keyof typeof PAGE_TEXTS;
/** A text for a page, with what stands in braces filled in. Both are safe to put between tags. */
export type Say = (name: TextName, fill?: Readonly<Record<string, string>>) => string;

export const sayIn =
  (locale: Locale): Say =>
  (name, fill = {}) =>
    escapeHtml(localize(PAGE_TEXTS[name], locale)).replace(/\{(\w+)\}/g, (braces, word: string) =>
      Object.hasOwn(fill, word) ? escapeHtml(fill[word] ?? '') : braces,
    );
