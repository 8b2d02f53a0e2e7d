import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

/** What a debtor allows: amounts are collected from the account. */
export type Mandate = {
  readonly state: 'valid' | 'stopped';
  readonly account: string | null;
  readonly validSince: Instant | null;
  /** `returned`, or what a person wrote. */
  readonly stopReason: string | null;
};

const TOUCHES = [['debtors'], ['invoices'], ['overview']];

export function useMandateOf(debtorId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['debtors', debtorId, 'mandate'],
    queryFn: ({ signal }) =>
      client.get<{ mandate: Mandate | null }>(`/api/debtors/${debtorId}/mandate`, {}, signal),
  });
}

export function useCollect(debtorId: string, done: string) {
  const client = useClient();
  return useChange({
    run: (invoiceIds: readonly string[]) =>
      client.send('POST', `/api/debtors/${debtorId}/collections`, { invoiceIds }),
    touches: TOUCHES,
    done,
  });
}

export function useEndMandate(debtorId: string, done: string) {
  const client = useClient();
  return useChange({
    run: (reason: string) =>
      client.send('POST', `/api/debtors/${debtorId}/mandate/end`, { reason }),
    touches: TOUCHES,
    done,
  });
}
