import { type ClaimPart, cents } from '@inning/sdk';
import type { AgreedRate, CollectionTerms, NewTerms } from '../../api/collection-terms.ts';
import type { CalendarDate } from '../../api/shapes.ts';

export type RateFields = { kind: 'law' | 'fixed' | 'on-top'; percent: number | '' };
/** As the form holds it: euros and percents as people say them, and what is left open is empty. */
export type TermsFields = {
  scope: 'administration' | 'creditor';
  costsBearer: CollectionTerms['costsBearer'];
  shareBy: 'percent' | 'amount';
  sharePercent: number | '';
  shareEuros: number | '';
  businessPercent: number | '';
  businessMinimum: number | '';
  interest: CollectionTerms['interest'];
  consumerInterest: RateFields;
  businessInterest: RateFields;
  isVatDeductible: boolean;
  /** The parts in order, joined; empty follows the law. */
  paymentOrder: string;
  keepsCostsOpen: boolean;
  validFrom: CalendarDate;
  reason: string;
};

/** A new agreement starts from the one that counts. */
export function fieldsOf(terms: CollectionTerms, today: CalendarDate): TermsFields {
  return {
    scope: 'administration',
    costsBearer: terms.costsBearer,
    shareBy: terms.debtorCents === null ? 'percent' : 'amount',
    sharePercent: hundredth(terms.debtorPoints),
    shareEuros: hundredth(terms.debtorCents),
    businessPercent: hundredth(terms.businessPoints),
    businessMinimum: hundredth(terms.businessMinimumCents),
    interest: terms.interest,
    consumerInterest: rateFields(terms.consumerInterest),
    businessInterest: rateFields(terms.businessInterest),
    isVatDeductible: terms.isVatDeductible,
    paymentOrder: terms.paymentOrder?.join(' ') ?? '',
    keepsCostsOpen: terms.keepsCostsOpen,
    validFrom: today,
    reason: '',
  };
}

/** What is not shared has no part; what is left open follows the law. */
export function termsOf(fields: TermsFields): NewTerms {
  const isShared = fields.costsBearer === 'shared';
  const byPercent = isShared && fields.shareBy === 'percent';
  const byAmount = isShared && fields.shareBy === 'amount';
  const { paymentOrder } = fields;
  return {
    costsBearer: fields.costsBearer,
    debtorPoints: byPercent ? times(fields.sharePercent) : null,
    debtorCents: byAmount ? inCents(fields.shareEuros) : null,
    businessPoints: times(fields.businessPercent),
    businessMinimumCents: inCents(fields.businessMinimum),
    interest: fields.interest,
    consumerInterest: rateOf(fields.consumerInterest),
    businessInterest: rateOf(fields.businessInterest),
    isVatDeductible: fields.isVatDeductible,
    paymentOrder: paymentOrder === '' ? null : (paymentOrder.split(' ') as ClaimPart[]),
    keepsCostsOpen: fields.keepsCostsOpen,
    validFrom: fields.validFrom,
    reason: fields.reason.trim(),
  };
}

/** False while something that the agreement needs is missing. */
export function isComplete(fields: TermsFields): boolean {
  const { costsBearer, shareBy, consumerInterest, businessInterest } = fields;
  const share = shareBy === 'percent' ? fields.sharePercent : fields.shareEuros;
  const isShareKnown = costsBearer !== 'shared' || share !== '';
  const areRatesKnown = [consumerInterest, businessInterest].every(
    ({ kind, percent }) => kind === 'law' || percent !== '',
  );
  return isShareKnown && areRatesKnown && fields.reason.trim() !== '';
}

const hundredth = (value: number | null) => (value === null ? '' : value / 100);
const times = (value: number | '') => (value === '' ? null : Math.round(value * 100));
const inCents = (euros: number | '') => (euros === '' ? null : cents(Math.round(euros * 100)));

const rateFields = (rate: AgreedRate | null): RateFields =>
  rate === null
    ? { kind: 'law', percent: '' }
    : { kind: rate.isOnTop ? 'on-top' : 'fixed', percent: Number(rate.percent) };

const rateOf = ({ kind, percent }: RateFields): AgreedRate | null =>
  kind === 'law' || percent === ''
    ? null
    : { percent: String(percent), isOnTop: kind === 'on-top' };
