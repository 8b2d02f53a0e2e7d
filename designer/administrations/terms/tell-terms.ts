import { useTranslation } from 'react-i18next';
import type { AgreedRate, CollectionTerms } from '../../api/collection-terms.ts';
import { useFormat, useLocale } from '../../ui/values/format.ts';

type Row = readonly [label: string, value: string];

/** An agreement as names with their values, in words. */
export function useTellTerms(): (terms: CollectionTerms) => Row[] {
  const { t } = useTranslation();
  const format = useFormat();
  const locale = useLocale();
  const percent = (value: number) =>
    `${new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value)} %`;

  const bearer = ({ costsBearer, debtorPoints, debtorCents }: CollectionTerms) => {
    if (costsBearer !== 'shared') return t(`terms.bearers.${costsBearer}`);
    return debtorCents === null
      ? t('terms.sharedPercent', { share: percent((debtorPoints ?? 0) / 100) })
      : t('terms.sharedAmount', { amount: format.money(debtorCents) });
  };
  const business = ({ businessPoints, businessMinimumCents }: CollectionTerms) => {
    if (businessPoints === null && businessMinimumCents === null) return t('terms.byLaw');
    const least = businessMinimumCents === null ? null : format.money(businessMinimumCents);
    if (businessPoints === null) return t('terms.atLeast', { amount: least });
    const share = percent(businessPoints / 100);
    return least === null
      ? t('terms.ofPrincipal', { share })
      : t('terms.ofPrincipalAtLeast', { share, amount: least });
  };
  const rate = (agreed: AgreedRate | null) => {
    if (agreed === null) return t('terms.rateByLaw');
    const share = percent(Number(agreed.percent));
    return t(agreed.isOnTop ? 'terms.rateOnTop' : 'terms.rateFixed', { share });
  };
  const order = ({ paymentOrder }: CollectionTerms) =>
    paymentOrder === null
      ? t('terms.orderByLaw')
      : paymentOrder.map((part) => t(`terms.parts.${part}`)).join(' → ');

  return (terms) => [
    [t('terms.bearer'), bearer(terms)],
    [t('terms.business'), business(terms)],
    [t('terms.vat'), t(terms.isVatDeductible ? 'terms.vatDeducted' : 'terms.vatAdded')],
    [t('terms.interest'), t(`terms.interests.${terms.interest}`)],
    ...(terms.interest === 'never'
      ? []
      : ([
          [t('terms.consumerRate'), rate(terms.consumerInterest)],
          [t('terms.businessRate'), rate(terms.businessInterest)],
        ] satisfies Row[])),
    [t('terms.order'), order(terms)],
    [t('terms.rest'), t(terms.keepsCostsOpen ? 'terms.restStays' : 'terms.restEnds')],
  ];
}
