import type { Instant } from './shapes.ts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';

const ROOT = '/plugins/mail-mailbox/messages';

/** A mail that stayed in the house: the development mailbox kept it instead of sending it. */
export type KeptMail = {
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
};

export function useMails() {
  const client = useClient();
  return useQuery({
    queryKey: ['mailbox', 'list'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly KeptMail[] }>(ROOT, { limit: 200 }, signal),
  });
}

export function useMail(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) => client.get<KeptMail & { text: string }>(`${ROOT}/${id}`, {}, signal),
  });
}

/** Whether this installation keeps its mail in a development mailbox that this person may read. */
export function useHasMailbox(): boolean {
  const client = useClient();
  const probe = useQuery({
    queryKey: ['has-mailbox'],
    queryFn: ({ signal }) => client.get(ROOT, { limit: 1 }, signal).then(() => true),
    retry: false,
    staleTime: Infinity,
  });
  return probe.data === true;
}

export const mailHtmlUrl = (id: string) => `${ROOT}/${id}/html`;
export const mailFileUrl = (id: string) => `${ROOT}/${id}.eml`;
