import { useQuery } from '@tanstack/react-query';
import { touches } from './bank.ts';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Cents, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type BankStatement = {
  readonly id: string;
  readonly administrationId: string;
  readonly account: string;
  readonly number: string;
  readonly fileName: string | null;
  readonly openingOn: CalendarDate | null;
  readonly closingOn: CalendarDate | null;
  readonly receivedAt: Instant;
  readonly lineCount: number;
  readonly totalCents: Cents;
  readonly automaticCount: number;
  readonly waitingCount: number;
};

export function useBankStatements(administrationId: string | undefined) {
  const query = { administrationId };
  return usePages<BankStatement>({
    key: ['bank', 'statements'],
    path: '/api/bank-statements',
    query,
  });
}

type Reasoned = { readonly id: string; readonly reason: string };

export function useUndoStatement(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: Reasoned) =>
      client.send('POST', `/api/bank-statements/${id}/undo`, { reason }),
    touches,
    done,
  });
}

export type Payout = {
  readonly reference: string;
  readonly amountCents: Cents;
  readonly lines: readonly {
    readonly kind: 'payment' | 'refund' | 'chargeback' | 'fee';
    readonly providerId: string | null;
    readonly amountCents: Cents;
  }[];
};

/** What a bank line that is a payout of online payments consists of. */
export function usePayout(bankLineId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['bank', 'payout', bankLineId],
    queryFn: ({ signal }) =>
      client.get<Payout>(`/api/bank-lines/${bankLineId}/settlement`, {}, signal),
  });
}
