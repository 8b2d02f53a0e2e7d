import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };
type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type ListQuestion = { readonly key: QueryKey; readonly path: string; readonly query?: Query };

/** A list that is read page by page; `data` holds all rows read so far. */
export function usePages<Item>({ key, path, query = {} }: ListQuestion, isOn = true) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [...key, path, query],
    queryFn: ({ pageParam, signal }) =>
      client.get<Page<Item>>(path, { limit: 50, ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
    enabled: isOn,
  });
}
