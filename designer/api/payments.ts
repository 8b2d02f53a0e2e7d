import type { CalendarDate, Cents } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import type { Allocation } from './bank.ts';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { Instant, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type Payment = {
  readonly id: string;
  readonly amountCents: Cents;
  readonly receivedOn: CalendarDate;
  readonly by: string;
  readonly because: Said | null;
  /** What is on no invoice and was not paid back. */
  readonly creditCents: Cents;
  readonly reversedAt: Instant | null;
  readonly reversalReason: string | null;
};

export type Refund = {
  readonly key: string;
  readonly amountCents: Cents;
  readonly reason: string;
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'unclear' | 'declined';
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly decidedBy: string | null;
};
export type OnlinePayment = {
  readonly id: string;
  readonly kind: 'page' | 'collection';
  readonly state: 'starting' | 'open' | 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled';
  readonly amountCents: Cents;
  readonly refundableCents: Cents;
  readonly method: string | null;
  readonly startedAt: Instant;
  readonly paidAt: Instant | null;
  readonly refunds: readonly Refund[];
};

export const usePaymentsOf = (debtorId: string) =>
  usePages<Payment>({
    key: ['debtors', debtorId, 'payments'],
    path: `/api/debtors/${debtorId}/payments`,
  });

export const useOnlinePaymentsOf = (debtorId: string) =>
  usePages<OnlinePayment>({
    key: ['debtors', debtorId, 'online-payments'],
    path: `/api/debtors/${debtorId}/online-payments`,
  });

const TOUCHES = [['debtors'], ['invoices'], ['bank'], ['overview']];

export function useCreditOf(debtorId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['debtors', debtorId, 'credit'],
    queryFn: ({ signal }) =>
      client.get<{ creditCents: Cents }>(`/api/debtors/${debtorId}/credit`, {}, signal),
  });
}

export function useBookCredit(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, allocations }: { id: string; allocations: readonly Allocation[] }) =>
      client.send('POST', `/api/payments/${id}/allocations`, { allocations }),
    touches: TOUCHES,
    done,
  });
}

export function useReversePayment(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, reason }: { id: string; reason: string }) =>
      client.send('POST', `/api/payments/${id}/reverse`, { reason }),
    touches: TOUCHES,
    done,
  });
}

export function useRefund(done: (payment: OnlinePayment) => string) {
  const client = useClient();
  return useChange({
    run: ({ id, ...refund }: { id: string; key: string; amountCents: number; reason: string }) =>
      client.send<OnlinePayment>('POST', `/api/online-payments/${id}/refunds`, refund),
    touches: TOUCHES,
    done,
  });
}

export function useDecideRefund(done: string) {
  const client = useClient();
  return useChange({
    run: ({ id, key, isApproved }: { id: string; key: string; isApproved: boolean }) =>
      client.send('POST', `/api/online-payments/${id}/refunds/${key}/decide`, { isApproved }),
    touches: TOUCHES,
    done,
  });
}
