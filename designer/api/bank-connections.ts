import { useQuery } from '@tanstack/react-query';
import { touches } from './bank.ts';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

/** A bank that can be connected. */
export type ConnectableBank = {
  readonly id: string;
  readonly pluginId: string;
  readonly title: string;
  readonly asks: 'consent' | 'key';
  readonly credentials: readonly string[];
  readonly isSetUp: boolean;
};
export type FoundAccount = {
  readonly id: string;
  readonly account: string;
  readonly currency: string;
  readonly holder: string | null;
};
export type FeedAccount = {
  readonly id: string;
  readonly accountId: string;
  readonly account: string;
  readonly holder: string | null;
  readonly trustAccountId: string | null;
  readonly isOn: boolean;
  readonly firstDay: CalendarDate;
  readonly readUntil: CalendarDate | null;
  readonly isUpToDate: boolean;
  readonly freshAt: Instant | null;
  readonly lastReadAt: Instant | null;
  readonly nextReadAt: Instant;
  readonly lineCount: number;
  readonly failureCount: number;
  readonly problem: string | null;
};
export type BankConnection = {
  readonly id: string;
  readonly administrationId: string;
  readonly title: string;
  readonly state: 'waiting' | 'active' | 'refused' | 'ended' | 'stopped';
  readonly consentUntil: CalendarDate | null;
  readonly startedBy: string;
  readonly found: readonly FoundAccount[];
  readonly accounts: readonly FeedAccount[];
};
type Begun = { readonly connectionId: string; readonly url: string | null };
type Credential = {
  readonly name: string;
  readonly title: Record<string, string>;
  readonly state: string;
};

const CONNECTIONS = ['bank', 'connections'];

export function useConnectableBanks(administrationId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['bank', 'connectable', administrationId],
    queryFn: async ({ signal }) =>
      (
        await client.get<{ items: readonly ConnectableBank[] }>(
          '/api/bank-feeds/banks',
          { administrationId },
          signal,
        )
      ).items,
    enabled: administrationId !== null,
  });
}

/** Titles of what was not entered yet of the credentials of a plugin; only for who may change settings. */
export function useMissingCredentials(bank: ConnectableBank | null, isAllowed: boolean) {
  const client = useClient();
  const pluginId = bank?.pluginId ?? '';
  return useQuery({
    queryKey: ['plugins', 'credentials', pluginId],
    queryFn: async ({ signal }) => {
      const path = `/api/plugins/${pluginId}/credentials`;
      return (await client.get<{ items: readonly Credential[] }>(path, {}, signal)).items;
    },
    select: (items) =>
      items.filter(({ name, state }) => state === 'missing' && bank?.credentials.includes(name)),
    enabled: isAllowed && bank !== null && bank.credentials.length > 0,
  });
}

export function useBankConnections(administrationId: string | undefined) {
  const client = useClient();
  const query = { administrationId };
  return useQuery({
    queryKey: [...CONNECTIONS, query],
    queryFn: async ({ signal }) =>
      (
        await client.get<{ items: readonly BankConnection[] }>(
          '/api/bank-connections',
          query,
          signal,
        )
      ).items,
  });
}

/** How the consent stands: asks the bank each time somebody looks. */
export function useCheckedConnection(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...CONNECTIONS, 'checked', id],
    queryFn: () => client.send<BankConnection>('POST', `/api/bank-connections/${id}/check`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function useStartConnection() {
  const client = useClient();
  return useChange({
    run: (wanted: { administrationId: string; pluginId: string; bank: string }) =>
      client.send<Begun>('POST', '/api/bank-connections', wanted),
    touches,
  });
}

export function useRenewConnection() {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send<Begun>('POST', `/api/bank-connections/${id}/renew`),
    touches,
  });
}

export type ChosenAccounts = {
  readonly accountIds: readonly string[];
  readonly trustAccountId: string | null;
  readonly from: CalendarDate;
};
export function useChooseAccounts(id: string) {
  const client = useClient();
  return useChange({
    run: (chosen: ChosenAccounts) =>
      client.send<BankConnection>('POST', `/api/bank-connections/${id}/accounts`, chosen),
    touches,
  });
}

export function useReadConnection(done?: (read: BankConnection) => string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send<BankConnection>('POST', `/api/bank-connections/${id}/read`),
    touches,
    ...(done === undefined ? {} : { done }),
  });
}

export function useStopConnection(done: string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send<BankConnection>('POST', `/api/bank-connections/${id}/stop`),
    touches,
    done,
  });
}
