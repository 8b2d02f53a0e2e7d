import { useQuery } from '@tanstack/react-query';
import { touches } from './bank.ts';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Cents, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type StatementGap = {
  readonly kind: 'missing' | 'overlap' | 'unbalanced';
  readonly statementId: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly differenceCents: Cents | null;
  readonly missingNumbers: number;
};
export type BankAccount = {
  readonly administrationId: string;
  readonly administrationName: string;
  readonly account: string;
  readonly coveredUntil: CalendarDate | null;
  readonly balanceCents: Cents | null;
  readonly lastReceivedAt: Instant | null;
  readonly statementCount: number;
  readonly waitingCount: number;
  readonly waitingCents: Cents;
  readonly gaps: readonly StatementGap[];
};
export type PaymentFact = {
  readonly id: string;
  readonly kind: 'account' | 'text';
  readonly account: string | null;
  readonly name: string | null;
  readonly text: string | null;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly learnedBy: string;
  readonly learnedAt: Instant;
};

export function useBankAccounts(administrationId: string | undefined) {
  const client = useClient();
  const query = { administrationId };
  return useQuery({
    queryKey: ['bank', 'accounts', query],
    queryFn: async ({ signal }) =>
      (await client.get<{ items: readonly BankAccount[] }>('/api/bank-accounts', query, signal))
        .items,
  });
}

export function usePaymentFacts(administrationId: string | undefined) {
  const query = { administrationId };
  return usePages<PaymentFact>({ key: ['bank', 'facts'], path: '/api/payment-facts', query });
}

export function useForgetFact(done: string) {
  const client = useClient();
  return useChange({
    run: (id: string) => client.send('POST', `/api/payment-facts/${id}/forget`),
    touches,
    done,
  });
}

export function useAssignLine(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, debtorId }: { id: string; debtorId: string }) =>
      client.send('POST', `/api/bank-lines/${id}/assign`, { debtorId }),
    touches,
    done,
  });
}

type Reasoned = { readonly id: string; readonly reason: string };

export function useRefundLine(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: Reasoned) =>
      client.send('POST', `/api/bank-lines/${id}/refund`, { reason }),
    touches,
    done,
  });
}

export function useUndoLine(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: Reasoned) =>
      client.send('POST', `/api/bank-lines/${id}/undo`, { reason }),
    touches,
    done,
  });
}
