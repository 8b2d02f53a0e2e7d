import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { useChange } from './use-change.ts';

/** Of which paid invoices a mail comes. */
export type NoticeWishes = {
  readonly paid: 'never' | 'all' | 'some';
  readonly administrationIds: readonly string[];
};

const KEY = ['notices'];

export function useNoticeWishes() {
  const client = useClient();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => client.get<NoticeWishes>('/api/session/notices', {}, signal),
  });
}

export function useSetNoticeWishes(done: string) {
  const client = useClient();
  return useChange({
    run: (wishes: NoticeWishes) => client.send<NoticeWishes>('PUT', '/api/session/notices', wishes),
    touches: [KEY],
    done,
  });
}
