import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { type Page, usePages } from './pages.ts';
import type { CalendarDate, Instant, Said } from './shapes.ts';
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
export type ContactRecord = {
  readonly id: string;
  readonly kind: ContactKind;
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly contactName: string | null;
  readonly isAutomatic: boolean;
  readonly attachments: readonly Attachment[];
};
type Attachment = {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};
export type NewContactRecord = {
  readonly kind: ContactKind;
  readonly text: string;
  readonly contactName: string | null;
  readonly promisedOn?: CalendarDate;
  /** Pictures and letters that are kept with the line. */
  readonly files: readonly File[];
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

export function useContactRecords(debtorId: string) {
  return usePages<ContactRecord>({
    key: ['debtors', debtorId, 'contact-records'],
    path: `/api/debtors/${debtorId}/contact-records`,
  });
}

export const attachmentUrl = (recordId: string, fileId: string) =>
  `/api/contact-records/${recordId}/attachments/${fileId}`;

/** Writes the line first, then its files: a file that fails never loses the line. */
export function useAddContactRecord(debtorId: string, done: string) {
  const client = useClient();
  return useChange({
    async run({ files, ...record }: NewContactRecord) {
      const path = `/api/debtors/${debtorId}/contact-records`;
      const made = await client.send<ContactRecord>('POST', path, record);
      if (files.length === 0) return made;
      const form = new FormData();
      for (const file of files) form.append('files', file);
      return client.upload<ContactRecord>(`/api/contact-records/${made.id}/attachments`, form);
    },
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
