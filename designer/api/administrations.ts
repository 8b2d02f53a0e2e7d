import type { Cents } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Client } from './client.ts';
import type { Page } from './pages.ts';
import { useMayRead } from './rights.ts';
import type { BehaviourClass, CalendarDate, Instant, Locale, Pause } from './shapes.ts';
import { useChange } from './use-change.ts';

export type Administration = Pause & {
  readonly id: string;
  readonly creditorId: string;
  readonly name: string;
  readonly number: string;
  readonly country: string;
  readonly currency: string;
  readonly language: Locale;
  readonly paymentTermDays: number;
  readonly contactsPerWeek: number;
  readonly iban: string | null;
  readonly accountName: string | null;
  readonly senderName: string | null;
  readonly senderEmail: string | null;
  readonly replyTo: string | null;
  /** Everything runs, nothing leaves: mail goes to `testAddress`. */
  readonly refundLimitCents: Cents;
  /** Debtors may allow on the pay page that later amounts are collected. */
  readonly offersDirectDebit: boolean;
  readonly testMode: boolean;
  readonly testAddress: string | null;
  readonly flowChoice: Readonly<Record<BehaviourClass, string | null>>;
  readonly bankFeedAt: Instant | null;
  readonly lastRunAt: Instant | null;
};
export type AdministrationSettings = Pick<
  Administration,
  | 'name'
  | 'paymentTermDays'
  | 'contactsPerWeek'
  | 'language'
  | 'iban'
  | 'accountName'
  | 'senderName'
  | 'senderEmail'
  | 'replyTo'
  | 'refundLimitCents'
  | 'offersDirectDebit'
  | 'testMode'
  | 'testAddress'
  | 'flowChoice'
>;
export type Creditor = { readonly id: string; readonly name: string; readonly number: string };
export type PauseChoice = { readonly until: CalendarDate | null; readonly reason: string };
export type ResumeChoice = 'now' | 'shift';

const PAGE = 200;
const TOUCHES = [['administrations'], ['overview'], ['dry-run']];

/** Every administration one may see; few enough to keep, since each list shows their names. */
export function useAdministrations() {
  const client = useClient();
  return useQuery({
    queryKey: ['administrations'],
    queryFn: ({ signal }) => readAll<Administration>(client, '/api/administrations', signal),
    enabled: useMayRead(),
    staleTime: 60_000,
  });
}

export function useCreditors() {
  const client = useClient();
  return useQuery({
    queryKey: ['creditors'],
    queryFn: ({ signal }) => readAll<Creditor>(client, '/api/creditors', signal),
    enabled: useMayRead(),
    staleTime: 60_000,
  });
}

async function readAll<Item>(client: Client, path: string, signal: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await client.get(path, { limit: PAGE, cursor }, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

export function useChangeSettings(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (change: Partial<AdministrationSettings>) =>
      client.send<Administration>('PATCH', `/api/administrations/${id}`, change),
    touches: TOUCHES,
    done,
  });
}

export function usePauseAdministration(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (pause: PauseChoice) => client.send('POST', `/api/administrations/${id}/pause`, pause),
    touches: TOUCHES,
    done,
  });
}

export function useResumeAdministration(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (choice: ResumeChoice) =>
      client.send('POST', `/api/administrations/${id}/resume`, { choice }),
    touches: TOUCHES,
    done,
  });
}
