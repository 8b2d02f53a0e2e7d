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

/** What became of one bounce that was handed in. */
export type ReadBounce = {
  readonly name: string;
  /** The letter that it is about; null when the file was refused. */
  readonly letter: Communication | null;
  readonly error: unknown;
};

/** Hands in bounces, each by itself: a wrong file keeps no other out. */
export function useReadBounces() {
  const client = useClient();
  const readOne = async (file: File): Promise<ReadBounce> => {
    const form = new FormData();
    form.append('files', file);
    const path = '/api/communications/bounces';
    try {
      const { letters } = await client.upload<{ letters: readonly Communication[] }>(path, form);
      return { name: file.name, letter: letters[0] ?? null, error: null };
    } catch (error) {
      return { name: file.name, letter: null, error };
    }
  };
  return useChange({
    run: async (files: readonly File[]) => {
      const read: ReadBounce[] = [];
      for (const file of files) read.push(await readOne(file));
      return read;
    },
    touches: [['communications'], ['debtors'], ['tasks'], ['overview']],
    isQuiet: true,
  });
}
