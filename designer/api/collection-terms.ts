import type { ClaimPart } from '@inning/sdk';
import { useQuery } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CalendarDate, Cents, Instant } from './shapes.ts';
import { useChange } from './use-change.ts';

export type AgreedRate = { readonly percent: string; readonly isOnTop: boolean };
/** What a creditor agreed about costs and interest; points are hundredths of a percent. */
export type CollectionTerms = {
  readonly costsBearer: 'debtor' | 'creditor' | 'shared';
  readonly debtorPoints: number | null;
  readonly debtorCents: Cents | null;
  readonly businessPoints: number | null;
  readonly businessMinimumCents: Cents | null;
  readonly interest: 'never' | 'with-costs' | 'from-due';
  readonly consumerInterest: AgreedRate | null;
  readonly businessInterest: AgreedRate | null;
  readonly isVatDeductible: boolean;
  readonly paymentOrder: readonly ClaimPart[] | null;
  readonly keepsCostsOpen: boolean;
};
export type AgreedTerms = CollectionTerms & {
  readonly id: string;
  /** Null for an agreement of the creditor, which counts where an administration has none. */
  readonly administrationId: string | null;
  readonly validFrom: CalendarDate;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
};
export type NewTerms = CollectionTerms & {
  readonly validFrom: CalendarDate;
  readonly reason: string;
};
type Found = {
  readonly terms: CollectionTerms;
  /** The agreement that counts today; null where the law alone does. */
  readonly currentId: string | null;
  readonly history: readonly AgreedTerms[];
};

/** What counts for an administration today, and every agreement that led there, newest first. */
export function useCollectionTerms(administrationId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['collection-terms', administrationId],
    queryFn: ({ signal }) =>
      client.get<Found>(`/api/administrations/${administrationId}/collection-terms`, {}, signal),
  });
}

/** An agreement for one administration, or for a creditor's without their own. */
export function useAgree(done: string) {
  const client = useClient();
  return useChange({
    run: ({ place, terms }: { readonly place: string; readonly terms: NewTerms }) =>
      client.send<AgreedTerms>('POST', `/api/${place}/collection-terms`, terms),
    touches: [['collection-terms'], ['debtors'], ['invoices']],
    done,
  });
}
