import {
  type AgreedInterest,
  type CalendarDate,
  type Cents,
  cents,
  type ClaimPart,
  type DebtorKind,
  maxCents,
  minCents,
  percentOfCents,
} from '@inning/sdk';
import type { Id } from '../../store/index.ts';
import type { CollectionTermsRow } from './collection-terms.model.ts';

/** What counts for an administration on a day. */
export type CollectionTerms = {
  readonly costsBearer: 'debtor' | 'creditor' | 'shared';
  readonly debtorPoints: number | null;
  readonly debtorCents: number | null;
  readonly businessPoints: number | null;
  readonly businessMinimumCents: number | null;
  /** When interest is asked for: never, once costs are claimable, or from the due day on. */
  readonly interest: 'never' | 'with-costs' | 'from-due';
  readonly consumerInterest: { readonly percent: string; readonly isOnTop: boolean } | null;
  readonly businessInterest: { readonly percent: string; readonly isOnTop: boolean } | null;
  readonly isVatDeductible: boolean;
  readonly paymentOrder: readonly ClaimPart[] | null;
  /** False: costs and interest are let go once the principal is paid; that is an entry of its own. */
  readonly keepsCostsOpen: boolean;
};

/** Nothing was agreed: the debtor bears what the law lets him bear, and interest comes with the costs. */
export const TERMS_BY_LAW: CollectionTerms = {
  costsBearer: 'debtor',
  debtorPoints: null,
  debtorCents: null,
  businessPoints: null,
  businessMinimumCents: null,
  interest: 'with-costs',
  consumerInterest: null,
  businessInterest: null,
  isVatDeductible: true,
  paymentOrder: null,
  keepsCostsOpen: true,
};

type Place = { readonly creditorId: Id; readonly administrationId: Id };

/** By what is agreed for a day, or by law. */
export function termsOn(
  rows: readonly CollectionTermsRow[],
  place: Place,
  on: CalendarDate,
): CollectionTerms {
  const found = agreementOn(rows, place, on);
  return found ? termsOf(found) : TERMS_BY_LAW;
}

/** The newest agreement that has begun: the administration's own, else its creditor's, else none. */
export function agreementOn(
  rows: readonly CollectionTermsRow[],
  place: Place,
  on: CalendarDate,
): CollectionTermsRow | null {
  const begun = rows.filter(
    (row) => row.validFrom <= on && row.creditorId.equals(place.creditorId),
  );
  const own = begun.filter((row) => row.administrationId?.equals(place.administrationId));
  const ofCreditor = begun.filter((row) => !row.administrationId);
  return newest(own) ?? newest(ofCreditor);
}

function newest(rows: readonly CollectionTermsRow[]): CollectionTermsRow | null {
  const [first = null] = [...rows].sort(
    (a, b) =>
      b.validFrom.localeCompare(a.validFrom) ||
      b.at.getTime() - a.at.getTime() ||
      String(b._id).localeCompare(String(a._id)),
  );
  return first;
}

export function termsOf(row: CollectionTermsRow): CollectionTerms {
  return {
    costsBearer: row.costsBearer,
    debtorPoints: row.debtorPoints ?? null,
    debtorCents: row.debtorCents ?? null,
    businessPoints: row.businessPoints ?? null,
    businessMinimumCents: row.businessMinimumCents ?? null,
    interest: row.interest,
    consumerInterest: row.consumerInterest ?? null,
    businessInterest: row.businessInterest ?? null,
    isVatDeductible: row.isVatDeductible,
    paymentOrder: row.paymentOrder?.length ? (row.paymentOrder as ClaimPart[]) : null,
    keepsCostsOpen: row.keepsCostsOpen,
  };
}

/** The part of the costs that the debtor bears. */
export function shareOfDebtor(terms: CollectionTerms, costsCents: Cents): Cents {
  if (terms.costsBearer === 'debtor') return costsCents;
  if (terms.costsBearer === 'creditor') return cents(0);
  if (terms.debtorCents !== null) return minCents(costsCents, cents(terms.debtorCents));
  return percentOfCents(costsCents, terms.debtorPoints ?? 0, 'half-up');
}

/** What was agreed with a business about the costs over a principal, or null. */
export function agreedCosts(
  terms: CollectionTerms,
  kind: DebtorKind,
  principalCents: Cents,
): Cents | null {
  const { businessPoints, businessMinimumCents } = terms;
  if (kind === 'consumer' || (businessPoints === null && businessMinimumCents === null))
    return null;
  const share = percentOfCents(principalCents, businessPoints ?? 0, 'half-up');
  return maxCents(share, cents(businessMinimumCents ?? 0));
}

/** An agreed rate alone is simple interest; on top of the rate by law it follows that. */
export function agreedInterest(terms: CollectionTerms, kind: DebtorKind): AgreedInterest | null {
  const agreed = kind === 'consumer' ? terms.consumerInterest : terms.businessInterest;
  return agreed && { percent: agreed.percent, isOnTop: agreed.isOnTop, isCompound: agreed.isOnTop };
}
