import type { CostState } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { usePages } from './pages.ts';
import type { CalendarDate, Cents, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type InvoiceRow = {
  readonly id: string;
  readonly administrationId: string;
  readonly debtorId: string;
  readonly debtorName: string | null;
  readonly number: string;
  readonly currency: string;
  readonly totalCents: Cents;
  readonly openCents: Cents;
  readonly invoicedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly state: 'open' | 'overdue' | 'closed';
  readonly daysOverdue: number;
  readonly costState: CostState;
  readonly disputedAt: Instant | null;
  readonly paidOn: CalendarDate | null;
};
export type InvoiceDocument = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};
export type InvoiceHistory = {
  readonly at: Instant;
  readonly status: string;
  readonly by: string;
  readonly reason: string | null;
};
export type Invoice = InvoiceRow & {
  readonly principalOpenCents: Cents;
  readonly costsOpenCents: Cents;
  readonly interestOpenCents: Cents;
  readonly announcedOn: CalendarDate | null;
  readonly claimableOn: CalendarDate | null;
  readonly description: string | null;
  readonly paymentReference: string | null;
  readonly documents: readonly InvoiceDocument[];
  readonly history: readonly InvoiceHistory[];
};
export type InvoicesQuestion = {
  readonly search?: string | undefined;
  readonly administrationId?: string | undefined;
  readonly history?: 'true' | undefined;
};

export function useInvoices(question: InvoicesQuestion) {
  return usePages<InvoiceRow>({ key: ['invoices'], path: '/api/invoices', query: question });
}

export function useInvoicesOf(debtorId: string, withHistory: boolean) {
  return usePages<InvoiceRow>({
    key: ['invoices', debtorId],
    path: `/api/debtors/${debtorId}/invoices`,
    query: withHistory ? { history: 'true' } : {},
  });
}

export function useInvoice(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['invoices', 'one', id],
    queryFn: ({ signal }) => client.get<Invoice>(`/api/invoices/${id}`, {}, signal),
  });
}

export function useCostState(id: string, done: string) {
  const client = useClient();
  return useChange({
    run: (change: { state: CostState; reason: string }) =>
      client.send('POST', `/api/invoices/${id}/cost-state`, change),
    touches: [['invoices'], ['debtors']],
    done,
  });
}

export const documentUrl = (invoiceId: string, documentId: string) =>
  `/api/invoices/${invoiceId}/documents/${documentId}`;
