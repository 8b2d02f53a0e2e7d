import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { useSession } from './session.ts';

export type Colleague = { readonly id: string; readonly name: string };

/** Who can be given work, oneself first. */
export function useColleagues(): readonly Colleague[] {
  const client = useClient();
  const me = useSession().data?.user;
  const found = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly Colleague[] }>('/api/colleagues', {}, signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
  if (!me) return [];
  const others = (found.data?.items ?? []).filter(({ id }) => id !== me.id);
  return [{ id: me.id, name: me.name }, ...others];
}
