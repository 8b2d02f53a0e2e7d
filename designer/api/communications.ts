import { usePages } from './pages.ts';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Instant, Locale, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type CommunicationState =
  'reserved' | 'sending' | 'sent' | 'refused' | 'withdrawn' | 'ambiguous';

export type Communication = {
  readonly id: string;
  readonly administrationId: string;
  readonly debtorId: string;
  readonly channel: 'mail' | 'post' | 'phone' | 'sms';
  readonly template: string;
  readonly language: Locale;
  readonly to: string;
  /** Where it really went while the administration was in test mode. */
  readonly divertedTo: string | null;
  readonly subject: string;
  readonly openCents: Cents;
  readonly state: CommunicationState;
  readonly reservedAt: Instant;
  readonly sentAt: Instant | null;
  readonly sentOn: CalendarDate | null;
  readonly because: Said | null;
  /** The day it came back or bounced, and why. */
  readonly returnedOn: CalendarDate | null;
  readonly returnedReason: string | null;
};

export function useCommunications(query: { debtorId?: string; state?: string }, isOn = true) {
  return usePages<Communication>(
    { key: ['communications'], path: '/api/communications', query },
    isOn,
  );
}

/** What a person saw: it did leave after all, or it did not and must go now. */
export function useResolveCommunication(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, as }: { id: string; as: 'sent' | 'send-again' }) =>
      client.send('POST', `/api/communications/${id}/resolve`, { as }),
    touches: [['communications'], ['debtors'], ['overview']],
    done,
  });
}

export const communicationHtmlUrl = (id: string) => `/api/communications/${id}/html`;
