import type { MessageTexts } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

const NONE: MessageTexts = {};

/** The sentences of the server and its plugins, by code and in every language. */
export function useServerTexts(): MessageTexts {
  const client = useClient();
  const texts = useQuery({
    queryKey: ['texts'],
    queryFn: ({ signal }) => client.get<{ texts: MessageTexts }>('/api/texts', {}, signal),
    staleTime: Infinity,
    retry: false,
  });
  return texts.data?.texts ?? NONE;
}
