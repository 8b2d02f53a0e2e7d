import type { Locale, MessageTexts } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

const NONE: MessageTexts = {};

/** The sentences of the server and its plugins, by code, in one language. */
export function useServerTexts(locale: Locale): MessageTexts {
  const client = useClient();
  const texts = useQuery({
    queryKey: ['texts', locale],
    queryFn: ({ signal }) =>
      client.get<Readonly<Record<string, string>>>('/api/texts', { locale }, signal),
    staleTime: Infinity,
    select: asTexts,
  });
  return texts.data ?? NONE;
}

/** In one language only: it stands where a text falls back to. */
function asTexts(byCode: Readonly<Record<string, string>>): MessageTexts {
  return Object.fromEntries(Object.entries(byCode).map(([code, text]) => [code, { en: text }]));
}
