import type { Locale } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

/** A letter that a flow can send. */
export type TemplateRow = {
  readonly name: string;
  readonly stage: number;
  readonly languages: readonly {
    readonly language: Locale;
    readonly title: string;
    /** With its merge fields. */
    readonly subject: string;
  }[];
};

export function useTemplates() {
  const client = useClient();
  return useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly TemplateRow[] }>('/api/templates', {}, signal),
    staleTime: 60_000,
    select: ({ items }) => items,
  });
}

/** A letter in the reader's language, else in the first that it has. */
export function wordsOf({ languages }: TemplateRow, locale: Locale) {
  return languages.find(({ language }) => language === locale) ?? languages[0] ?? null;
}

/** Where a letter is shown as an invented debtor would get it. */
export const exampleAddress = (name: string, language: Locale) =>
  `/api/templates/${encodeURIComponent(name)}/example?language=${language}`;
