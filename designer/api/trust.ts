import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { queryString } from './client.ts';
import { usePages } from './pages.ts';
import type { Cents } from './shapes.ts';
import type {
  Period,
  Remittable,
  Remittance,
  Standing,
  TrustAccount,
  TrustDay,
  TrustFile,
  TrustLine,
  TrustStatement,
  TrustTerms,
} from './trust-shapes.ts';
import { useChange } from './use-change.ts';

export type * from './trust-shapes.ts';

const KEY = 'trust';
const touches = [[KEY], ['invoices'], ['debtors'], ['overview']];

export function useTrustAccounts(isOn: boolean) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'accounts'],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly TrustAccount[] }>('/api/trust-accounts', {}, signal),
    enabled: isOn,
  });
}

export function useStanding(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'standing', id],
    queryFn: ({ signal }) => client.get<Standing>(`/api/trust-accounts/${id}`, {}, signal),
  });
}

export const useTrustLines = (id: string, state: TrustLine['state']) =>
  usePages<TrustLine>({
    key: [KEY, 'lines'],
    path: `/api/trust-accounts/${id}/lines`,
    query: { state },
  });

export const useRemittances = (id: string) =>
  usePages<Remittance>({
    key: [KEY, 'remittances'],
    path: `/api/trust-accounts/${id}/remittances`,
  });

export function useRemittable(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'remittable', id],
    queryFn: ({ signal }) =>
      client.get<{ items: readonly Remittable[] }>(
        `/api/trust-accounts/${id}/remittable`,
        {},
        signal,
      ),
  });
}

/** The statement of a creditor, newest first: the head and as many lines as one page holds. */
export function useTrustStatement(creditorId: string, period: Period) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'statement', creditorId, period],
    queryFn: ({ signal }) =>
      client.get<TrustStatement>(
        `/api/creditors/${creditorId}/trust-statement`,
        { ...period, limit: 200 },
        signal,
      ),
  });
}

export const statementFile = (creditorId: string, kind: 'csv' | 'mt940', period: Period) =>
  `/api/creditors/${creditorId}/trust-statement/${kind}${queryString(period)}`;

type NewAccount = Pick<TrustAccount, 'name' | 'holderName' | 'iban'> & {
  readonly administrationId: string;
};
export function useNewTrustAccount(done: string) {
  const client = useClient();
  return useChange({
    run: (account: NewAccount) => client.send<TrustAccount>('POST', '/api/trust-accounts', account),
    touches,
    done,
  });
}

export function useReadTrustStatements(id: string) {
  const client = useClient();
  return useChange({
    run: (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('files', file);
      const path = `/api/trust-accounts/${id}/statements`;
      return client.upload<{ files: readonly TrustFile[] }>(path, form);
    },
    touches,
  });
}

type Allocation = { readonly invoiceId: string; readonly amountCents: Cents };
export function useAllocate(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, allocations }: { id: string; allocations: readonly Allocation[] }) =>
      client.send('POST', `/api/trust-lines/${id}/allocate`, { allocations }),
    touches,
    done,
  });
}

type Explained = {
  readonly id: string;
  readonly as: 'refund' | 'agency' | 'taken-back';
  readonly trustLineId: string | null;
};
export function useExplain(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, ...given }: Explained) =>
      client.send('POST', `/api/trust-lines/${id}/explain`, given),
    touches,
    done,
  });
}

export function usePropose(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (creditorIds: readonly string[]) =>
      client.send<Remittance>('POST', `/api/trust-accounts/${id}/remittances`, { creditorIds }),
    touches,
    done,
  });
}

export function useVouchForPayee(done: string) {
  const client = useClient();
  return useChange({
    run: ({ creditorId, iban }: { creditorId: string; iban: string }) =>
      client.send<{ isHeld: boolean }>('POST', `/api/creditors/${creditorId}/trust-payee`, {
        iban,
      }),
    touches,
    done,
  });
}

export function useApprove(done: string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send<Remittance>('POST', `/api/trust-remittances/${id}/approve`),
    touches,
    done,
  });
}

export function useWithdraw(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: { id: string; reason: string }) =>
      client.send<Remittance>('POST', `/api/trust-remittances/${id}/withdraw`, { reason }),
    touches,
    done,
  });
}

export function useCancelPayment(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (cancelled: { endToEndId: string; reason: string }) =>
      client.send<Remittance>('POST', `/api/trust-remittances/${id}/cancel-payment`, cancelled),
    touches,
    done,
  });
}

export const useTrustDays = (id: string) =>
  usePages<TrustDay>({ key: [KEY, 'days'], path: `/api/trust-accounts/${id}/days`, query: {} });

export function useTrustTerms(creditorId: string | null) {
  const client = useClient();
  return useQuery({
    queryKey: [KEY, 'terms', creditorId],
    queryFn: ({ signal }) =>
      client.get<TrustTerms>(`/api/creditors/${creditorId}/trust-terms`, {}, signal),
    enabled: creditorId !== null,
  });
}

export function useAgreeTerms(creditorId: string, done: string) {
  const client = useClient();
  return useChange({
    run: (terms: TrustTerms) =>
      client.send<TrustTerms>('PATCH', `/api/creditors/${creditorId}/trust-terms`, terms),
    touches,
    done,
  });
}

export function useTakeFile() {
  const client = useClient();
  return useChange({
    run: ({ id, again }: { id: string; again: boolean }) =>
      client.send<string>('POST', `/api/trust-remittances/${id}/file`, { again }),
    touches,
  });
}
