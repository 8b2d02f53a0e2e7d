import type { ClaimPart, CostState, Localized } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Said } from './shapes.ts';
import { useChange } from './use-change.ts';

export type LegalGround = { readonly article: string; readonly sentence: Localized };
export type PartTotals = {
  readonly owedCents: Cents;
  readonly paidCents: Cents;
  readonly waivedCents: Cents;
  readonly openCents: Cents;
};
export type ClaimLine = {
  readonly part: ClaimPart;
  readonly kind: 'owed' | 'paid' | 'waived' | 'reversed';
  readonly invoiceId: string;
  readonly number: string;
  readonly on: CalendarDate;
  readonly amountCents: Cents;
  readonly ground: LegalGround | null;
  readonly arithmetic: readonly Localized[];
  readonly reason: Said | null;
};
export type LegalClock = {
  readonly announcementId: string;
  readonly numbers: readonly string[];
  readonly invoiceIds: readonly string[];
  readonly state: CostState;
  readonly announcedOn: CalendarDate;
  readonly sentOn: CalendarDate | null;
  readonly channel: string | null;
  readonly receivedOn: CalendarDate | null;
  readonly returnedOn: CalendarDate | null;
  readonly deliveredOn: CalendarDate | null;
  readonly lastDayOn: CalendarDate | null;
  readonly claimableOn: CalendarDate | null;
  readonly refusal:
    'no-letter' | 'letter-invalid' | 'returned' | 'receipt-unproven' | 'held-back' | null;
  readonly faults: readonly string[];
  readonly announcedCents: Cents;
  readonly ground: LegalGround | null;
  readonly steps: readonly Localized[];
  readonly by: string;
  readonly reason: string | null;
};
export type Claim = {
  readonly on: CalendarDate;
  readonly currency: string;
  readonly openCents: Cents;
  readonly announcedCents: Cents;
  readonly totals: Readonly<Record<ClaimPart, PartTotals>>;
  readonly lines: readonly ClaimLine[];
  readonly clocks: readonly LegalClock[];
  readonly remarks: readonly { readonly code: string; readonly sentence: Localized }[];
};

/** The claim on a day; today when none is chosen. */
export function useClaim(debtorId: string, on: CalendarDate | null) {
  const client = useClient();
  return useQuery({
    queryKey: ['debtors', debtorId, 'claim', on],
    queryFn: ({ signal }) =>
      client.get<Claim>(`/api/debtors/${debtorId}/claim`, on ? { on } : {}, signal),
  });
}

/** A change about costs of a debtor, by its path under /api. */
export function useClaimChange<Input extends object>(done: string) {
  const client = useClient();
  return useChange({
    run: ({ path, body }: { readonly path: string; readonly body: Input }) =>
      client.send('POST', `/api/${path}`, body),
    touches: [['debtors'], ['invoices'], ['tasks'], ['communications']],
    done,
  });
}
