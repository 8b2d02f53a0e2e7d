import { readFileSync } from 'node:fs';
import { cents, type CostsQuestion } from '@inning/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedDir } from '../../../tests/kit/shared.ts';
import { computeCosts } from './compute-costs.ts';
import { computeScale } from './compute-scale.ts';
import { scaleOn } from './costs-rules.ts';

const ask = (rest: Partial<CostsQuestion>): CostsQuestion => ({
  debtorKind: 'consumer',
  principalsCents: [cents(100_000)],
  defaultOn: '2026-03-02',
  isVatDeductible: true,
  agreedCents: null,
  isAnnounced: true,
  earlierTerms: null,
  ...rest,
});
const of = (...principals: number[]) => principals.map(cents);
const inCents = (euros: string) => cents(Math.round(Number(euros) * 100));
const fromShared = (path: string) => JSON.parse(readFileSync(sharedDir() + path, 'utf8'));

describeWithShared('published collection costs', 'law/bik-vectors.json', () => {
  type Vector = {
    id: string;
    principal_cents: number;
    fee_cents: number;
    vat: { amount_cents: number; total_cents: number } | null;
  };
  type Several = {
    id: string;
    principals: string[];
    letters: number;
    fee: string;
    law?: string;
    paid_in_term?: string;
  };
  const shared = fromShared('law/bik-vectors.json') as {
    vectors: Vector[];
    multiple_invoices: Several[];
  };

  it.each(shared.vectors.map((one) => [one.id, one] as const))('%s', (_id, vector) => {
    const principalsCents = of(vector.principal_cents);
    const answer = computeCosts(ask({ principalsCents, isVatDeductible: vector.vat === null }));

    expect(answer).toMatchObject({
      feeCents: vector.fee_cents,
      vatCents: vector.vat?.amount_cents ?? 0,
      totalCents: vector.vat?.total_cents ?? vector.fee_cents,
    });
  });

  it.each(shared.multiple_invoices.map((one) => [one.id, one] as const))('%s', (_id, several) => {
    const open = several.principals.map(inCents);
    if (several.paid_in_term) open[0] = cents((open[0] ?? 0) - inCents(several.paid_in_term));
    // Before the rule of October 2024 each letter had its own costs.
    const letters = several.letters === 1 ? [open] : open.map((one) => [one]);
    const sumOfFees = (defaultOn: string) =>
      letters
        .map((principalsCents) => ask({ principalsCents, defaultOn, earlierTerms: [] }))
        .reduce((sum, question) => sum + computeCosts(question).feeCents, 0);

    expect(sumOfFees('2024-09-30')).toBe(inCents(several.fee));
    if (several.letters === 1) expect(sumOfFees('2026-03-02')).toBe(inCents(several.fee));
  });
});

describeWithShared('collection costs of other calculators', 'corpora/law/cases.open.json', () => {
  type Case = {
    test?: string;
    args: string[];
    kwargs: { include_btw?: boolean };
    expected: Record<string, string | boolean>;
  };
  const { wik } = fromShared('corpora/law/cases.open.json') as { wik: Case[] };

  it.each(wik.map((one) => [`${one.test ?? 'case'} ${one.args[0]}`, one] as const))(
    '%s',
    (_name, { args: [principal = ''], kwargs, expected }) => {
      const principalsCents = [inCents(principal)];
      const isVatDeductible = kwargs.include_btw !== true;
      const answer = computeCosts(ask({ principalsCents, isVatDeductible }));
      const steps = computeScale(principalsCents[0] ?? cents(0), scaleOn('2026-03-02'));
      const known: Record<string, number | undefined> = {
        bik_exclusive: answer.feeCents,
        btw_amount: answer.vatCents,
        bik_inclusive: answer.totalCents,
        // A calculator that refuses a negative amount; here nothing is owed over nothing.
        raises: 0,
      };
      steps.forEach((step, index) => {
        const tier = `result['tiers'][${index}]`;
        known[`${tier}['percentage']`] = Number(step.percent);
        known[`${tier}['from']`] = step.fromCents;
        known[`${tier}['to']`] = step.upToCents ?? undefined;
        known[`${tier}['applicable_amount']`] = step.baseCents;
        known[`${tier}['bik']`] = step.amountCents;
      });
      for (const [name, value] of Object.entries(expected)) {
        expect([name, known[name]]).toEqual([name, value === true ? 0 : inCents(String(value))]);
      }
      if (expected['raises']) expect(answer.feeCents).toBe(0);
    },
  );
});

describe('collection costs of a consumer', () => {
  const terms = (...feesCents: number[]) =>
    feesCents.map((feeCents) => ({ chargedOn: '2026-01-15', feeCents: cents(feeCents) }));

  it('are the same for all small terms within six months as for one of them', () => {
    const term = (earlierTerms: CostsQuestion['earlierTerms']) =>
      computeCosts(ask({ principalsCents: of(2_500), earlierTerms }));

    expect(term([])).toMatchObject({ feeCents: 4_000, remarks: [{ code: 'COSTS_SMALL_TERMS' }] });
    expect(term(terms(4_000)).feeCents).toBe(0);
    expect(term([{ chargedOn: '2025-09-01', feeCents: cents(4_000) }]).feeCents).toBe(4_000);
  });

  it('stay at one term for a letter with several, unless the practice is the scale over the sum', () => {
    const letter = ask({ principalsCents: of(15_000, 15_000, 15_000), earlierTerms: [] });

    expect(computeCosts(letter).feeCents).toBe(4_000);
    expect(computeCosts(letter, { smallTerms: 'scale-over-sum' }).feeCents).toBe(6_750);
    expect(computeCosts({ ...letter, earlierTerms: null }).feeCents).toBe(6_750);
  });

  it('follow the scale for a term above the limit, and before the rule existed', () => {
    const earlierTerms = terms(4_000);
    expect(computeCosts(ask({ principalsCents: of(26_668), earlierTerms })).feeCents).toBe(4_000);
    const old = ask({ principalsCents: of(2_500), earlierTerms, defaultOn: '2024-09-30' });
    expect(computeCosts(old).feeCents).toBe(4_000);
  });

  it('are not owed without a letter, and never more than the scale whatever was agreed', () => {
    expect(computeCosts(ask({ isAnnounced: false }))).toMatchObject({
      totalCents: 0,
      ground: { article: 'art. 6:96 lid 6 BW' },
    });
    expect(computeCosts(ask({ agreedCents: cents(30_000) })).feeCents).toBe(15_000);
    expect(computeCosts(ask({ agreedCents: cents(10_000) })).feeCents).toBe(10_000);
  });

  it('bear the VAT of the day of default', () => {
    const vat = (defaultOn: string) =>
      computeCosts(ask({ defaultOn, isVatDeductible: false })).vatCents;

    expect(vat('2012-09-30')).toBe(2_850);
    expect(vat('2012-10-01')).toBe(3_150);
  });

  it('cannot be computed before the scale existed', () => {
    expect(() => computeCosts(ask({ defaultOn: '2012-06-30' }))).toThrow('starts on 2012-07-01');
  });
});

describe('collection costs of a business', () => {
  const business = (rest: Partial<CostsQuestion>) =>
    computeCosts(ask({ debtorKind: 'business', ...rest }));

  it('follow the scale when nothing was agreed', () => {
    expect(business({}).feeCents).toBe(15_000);
  });

  it('are what was agreed, and EUR 40 at the least', () => {
    expect(business({ agreedCents: cents(30_000) }).feeCents).toBe(30_000);
    expect(business({ agreedCents: cents(1_500) })).toMatchObject({
      feeCents: 4_000,
      ground: { article: 'art. 6:96 lid 4 BW' },
    });
  });

  it('are EUR 40 without a letter, since that was the law', () => {
    expect(business({ isAnnounced: false }).feeCents).toBe(4_000);
    expect(business({ isAnnounced: false, defaultOn: '2013-03-15' }).feeCents).toBe(0);
  });

  it('do not fall under the rule for terms of consumers', () => {
    const earlierTerms = [{ chargedOn: '2026-01-15', feeCents: cents(4_000) }];
    expect(business({ principalsCents: of(2_500), earlierTerms }).feeCents).toBe(4_000);
  });
});

describe('the specification of collection costs', () => {
  it('adds up to the cent, whatever the principal', () => {
    const principals = fc.array(fc.integer({ min: 0, max: 150_000_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(principals, fc.boolean(), (those, isVatDeductible) => {
        const answer = computeCosts(ask({ principalsCents: of(...those), isVatDeductible }));
        const sum = answer.lines.reduce((all, { amountCents }) => all + amountCents, 0);
        expect(sum).toBe(answer.totalCents);
      }),
    );
  });

  it('says each step in words', () => {
    const { lines } = computeCosts(ask({ principalsCents: of(300_000), isVatDeductible: false }));
    expect(lines.map(({ sentence }) => sentence.nl?.replaceAll('\u00a0', ' '))).toEqual([
      '15 % van € 2.500,00 = € 375,00',
      '10 % van € 500,00 = € 50,00',
      'Btw die de schuldeiser niet kan aftrekken: 21 % van € 425,00 = € 89,25',
    ]);
  });
});
