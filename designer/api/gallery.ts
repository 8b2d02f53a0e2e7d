import type { FlowDocument } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { DraftProblem } from './drawing.ts';

export type GalleryFlow = { readonly slug: string; readonly document: FlowDocument };
export type ImportedFlow = { readonly id: string; readonly problems: readonly DraftProblem[] };

/** The flows that come with the project. */
export function useGallery() {
  const client = useClient();
  return useQuery({
    queryKey: ['flow-gallery'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly GalleryFlow[] }>('/api/flows/gallery', {}, signal),
    staleTime: Infinity,
    select: ({ items }) => items,
  });
}
