import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { useSession } from './session.ts';

export type Colleague = { readonly id: string; readonly name: string };

/** Whose task list can be asked for, oneself first. */
export function useColleagues(): readonly Colleague[] {
  const client = useClient();
  const me = useSession().data?.user;
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly Colleague[] }>('/api/colleagues', {}, signal),
    staleTime: 300_000,
  });
  if (!me) return [];
  const others = data?.items.filter((one) => one.id !== me.id) ?? [];
  return [{ id: me.id, name: me.name }, ...others];
}
