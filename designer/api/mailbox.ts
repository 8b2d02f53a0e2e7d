import type { Instant } from './shapes.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { AGENCY_STAFF } from '@inning/sdk';
import { useSession } from './session.ts';
import { useClient } from './client-context.tsx';

const ROOT = '/plugins/mail-mailbox/messages';

/** A mail that stayed in the house: the development mailbox kept it instead of sending it. */
export type KeptMail = {
  readonly id: string;
  readonly sentAt: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly hasAttachments: boolean;
};
type MailPage = {
  readonly items: readonly KeptMail[];
  /** Ask for older mail with this; null at the end. */
  readonly next: string | null;
  readonly total: number;
};
type Address = { readonly name: string; readonly address: string };
export type Mail = {
  readonly id: string;
  readonly sentAt: Instant;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
};

export function useMails() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['mailbox', 'list'],
    queryFn: ({ pageParam, signal }) =>
      client.get<MailPage>(ROOT, { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export function useMail(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['mailbox', id],
    queryFn: ({ signal }) => client.get<Mail>(`${ROOT}/${id}`, {}, signal),
  });
}

/** Whether this installation keeps its mail in a development mailbox that this person may read. */
export function useHasMailbox(): boolean {
  const client = useClient();
  const role = useSession().data?.user.role;
  const probe = useQuery({
    queryKey: ['has-mailbox'],
    queryFn: ({ signal }) => client.get(ROOT, { limit: 1 }, signal).then(() => true),
    enabled: role !== undefined && AGENCY_STAFF.includes(role),
    retry: false,
    staleTime: Infinity,
  });
  return probe.data === true;
}

export const mailHtmlUrl = (id: string) => `${ROOT}/${id}/html`;
export const mailFileUrl = (id: string) => `${ROOT}/${id}.eml`;
