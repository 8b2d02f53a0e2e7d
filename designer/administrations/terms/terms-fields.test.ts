import { cents } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import type { CollectionTerms } from '../../api/collection-terms.ts';
import { fieldsOf, isComplete, termsOf } from './terms-fields.ts';

const agreed: CollectionTerms = {
  costsBearer: 'shared',
  debtorPoints: null,
  debtorCents: cents(2_550),
  businessPoints: 1_250,
  businessMinimumCents: cents(7_500),
  interest: 'from-due',
  consumerInterest: null,
  businessInterest: { percent: '7.25', isOnTop: true },
  isVatDeductible: false,
  paymentOrder: ['principal', 'interest', 'costs'],
  keepsCostsOpen: false,
};

describe('the form of an agreement', () => {
  it('gives back what was agreed when nothing is changed', () => {
    const { validFrom, reason, ...terms } = termsOf({
      ...fieldsOf(agreed, '2026-03-02'),
      reason: ' voorwaarden 2026 ',
    });
    expect(terms).toEqual(agreed);
    expect({ validFrom, reason }).toEqual({ validFrom: '2026-03-02', reason: 'voorwaarden 2026' });
  });

  it('drops the part of the debtor when costs are no longer shared, and a rate that follows the law', () => {
    const fields = fieldsOf(agreed, '2026-03-02');
    const terms = termsOf({
      ...fields,
      costsBearer: 'creditor',
      businessInterest: { kind: 'law', percent: 7.25 },
    });
    expect(terms).toMatchObject({ debtorCents: null, debtorPoints: null, businessInterest: null });
  });

  it('is complete once the share, the rates and the reason are there', () => {
    const fields = { ...fieldsOf(agreed, '2026-03-02'), reason: 'x' };
    expect(isComplete(fields)).toBe(true);
    expect(isComplete({ ...fields, reason: ' ' })).toBe(false);
    expect(isComplete({ ...fields, shareEuros: '' })).toBe(false);
    expect(isComplete({ ...fields, consumerInterest: { kind: 'fixed', percent: '' } })).toBe(false);
  });
});
