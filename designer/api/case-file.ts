import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { type Page, usePages } from './pages.ts';
import type { Instant, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export const CONTACT_KINDS = [
  'note',
  'call',
  'call-attempt',
  'mail-received',
  'mail-sent',
  'letter-received',
  'visit',
  'payment-promise',
  'other',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** One thing that happened to a debtor, whatever its source. */
export type TimelineItem = {
  readonly id: string;
  readonly at: Instant;
  readonly source: string;
  readonly said: Said;
  readonly by: string | null;
  readonly communicationId: string | null;
};
export type NewContactRecord = {
  readonly kind: ContactKind;
  readonly text: string;
  readonly contactName: string | null;
};

export type Dispute = {
  readonly id: string;
  readonly debtorId: string;
  readonly invoiceIds: readonly string[];
  readonly reason: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly settledAt: Instant | null;
  readonly settledBy: string | null;
  readonly outcome: DisputeOutcome | null;
  readonly note: string | null;
};
export const DISPUTE_OUTCOMES = ['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

export function useTimeline(debtorId: string) {
  return usePages<TimelineItem>({
    key: ['debtors', debtorId, 'timeline'],
    path: `/api/debtors/${debtorId}/timeline`,
  });
}

export function useAddContactRecord(debtorId: string, done: string) {
  const client = useClient();
  return useChange({
    run: (record: NewContactRecord) =>
      client.send('POST', `/api/debtors/${debtorId}/contact-records`, record),
    touches: [['debtors', debtorId]],
    done,
  });
}

export function useDisputesOf(debtorId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['debtors', debtorId, 'disputes'],
    queryFn: ({ signal }) => client.get<Page<Dispute>>('/api/disputes', { debtorId }, signal),
    select: (page) => page.items,
  });
}

export function useOpenDispute(debtorId: string, done: string) {
  const client = useClient();
  return useChange({
    run: (dispute: { invoiceIds: readonly string[]; reason: string }) =>
      client.send('POST', `/api/debtors/${debtorId}/disputes`, dispute),
    touches: [['debtors'], ['invoices'], ['overview']],
    done,
  });
}

export function useSettleDispute(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, ...settling }: { id: string; outcome: DisputeOutcome; note: string | null }) =>
      client.send('POST', `/api/disputes/${id}/settle`, settling),
    touches: [['debtors'], ['invoices'], ['overview']],
    done,
  });
}
