import {
  addDays,
  type CalendarDate,
  type Cents,
  cents,
  type CostsAnswer,
  type CostsQuestion,
  type LegalRemark,
  minCents,
  type SpecifiedAmount,
  sumCents,
} from '@inning/sdk';
import { roundHalfUp } from '../fraction.ts';
import { fill } from '../localized-text.ts';
import { monthsBefore } from '../calendar/months-before.ts';
import { computeScale, percentOf } from './compute-scale.ts';
import {
  businessMinimumOn,
  RULES_CHECKED_ON,
  scaleOn,
  termRuleOn,
  vatPercentOn,
} from './costs-rules.ts';
import {
  AGREED_LINE,
  ARTICLES,
  BUSINESS_LINE,
  type CostsGroundName,
  GROUNDS,
  MAXIMUM_TEXT,
  MINIMUM_TEXT,
  RULES_OLD,
  STEP_TEXT,
  TERM_LINE,
  TERM_RULE_REMARK,
  VAT_TEXT,
} from './costs-texts.ts';

/** Where the law leaves room. See the decision about small terms of consumers. */
export type CostsPractice = {
  /** What small terms of one agreement cost together: as one term, or the scale over their sum. */
  readonly smallTerms?: 'as-one-term' | 'scale-over-sum';
};

type Fee = {
  readonly ground: CostsGroundName;
  readonly lines: readonly SpecifiedAmount[];
  readonly hasVat: boolean;
};

/** The costs of collecting out of court. Throws when the debtor's default is older than the scale. */
export function computeCosts(question: CostsQuestion, practice: CostsPractice = {}): CostsAnswer {
  const fee = feeOf(question, practice);
  const feeCents = sumCents(fee.lines.map(({ amountCents }) => amountCents));
  const isCharged = fee.hasVat && !question.isVatDeductible && feeCents > 0;
  const vat = isCharged ? [vatLine(feeCents, question.defaultOn)] : [];
  const vatCents = sumCents(vat.map(({ amountCents }) => amountCents));
  return {
    feeCents,
    vatCents,
    totalCents: sumCents([feeCents, vatCents]),
    ground: { article: ARTICLES[fee.ground], sentence: GROUNDS[fee.ground] },
    lines: [...fee.lines, ...vat],
    remarks: remarksOn(fee.ground, question.defaultOn),
  };
}

/** A scale is changed with months of notice: one that was looked at within the year is trusted. */
const TRUSTED_DAYS = 365;

function remarksOn(ground: CostsGroundName, day: CalendarDate): LegalRemark[] {
  const months = termRuleOn(day)?.lookBackMonths ?? 0;
  const terms = { code: 'COSTS_SMALL_TERMS', sentence: fill(TERM_RULE_REMARK, { months }) };
  const old = {
    code: 'COSTS_TABLE_OLD',
    sentence: fill(RULES_OLD, { checkedOn: RULES_CHECKED_ON }),
  };
  return [
    ...(ground === 'terms' ? [terms] : []),
    ...(day > addDays(RULES_CHECKED_ON, TRUSTED_DAYS) ? [old] : []),
  ];
}

function feeOf(question: CostsQuestion, practice: CostsPractice): Fee {
  const principalCents = sumCents(question.principalsCents);
  const { debtorKind, agreedCents, isAnnounced } = question;
  if (principalCents <= 0) return { ground: 'nothing', lines: [], hasVat: false };
  if (debtorKind !== 'consumer') return businessFee(question);
  if (!isAnnounced) return { ground: 'unannounced', lines: [], hasVat: false };
  const byLaw = isSmallTerms(question) ? feeOfTerms(question, practice) : feeByScale(question);
  if (agreedCents === null) return byLaw;
  const limitCents = sumCents(byLaw.lines.map(({ amountCents }) => amountCents));
  if (agreedCents > limitCents) return { ...byLaw, ground: 'agreedTooHigh' };
  return { ground: 'agreed', lines: [agreedLine(agreedCents)], hasVat: false };
}

/** A business may agree on anything, but owes the fixed amount at the least, letter or no letter. */
function businessFee(question: CostsQuestion): Fee {
  const { agreedCents, isAnnounced, defaultOn } = question;
  if (agreedCents === null && isAnnounced) return feeByScale(question);
  const fixedCents = cents(businessMinimumOn(defaultOn)?.amountCents ?? 0);
  if (agreedCents !== null && isAnnounced && agreedCents >= fixedCents) {
    return { ground: 'agreed', lines: [agreedLine(agreedCents)], hasVat: false };
  }
  const sentence = fill(BUSINESS_LINE, { amountCents: fixedCents });
  const lines = fixedCents > 0 ? [{ amountCents: fixedCents, sentence }] : [];
  return { ground: 'fixed', lines, hasVat: false };
}

function feeByScale(question: CostsQuestion): Fee {
  const scale = scaleOn(question.defaultOn);
  const steps = computeScale(sumCents(question.principalsCents), scale);
  const lines = steps.map(({ percent, baseCents, amountCents }) => ({
    amountCents,
    sentence: fill(STEP_TEXT, { percentPercent: percent, baseCents, amountCents }),
  }));
  const sumOfSteps = sumCents(lines.map(({ amountCents }) => amountCents));
  const feeCents = Math.min(Math.max(sumOfSteps, scale.minimumCents), scale.maximumCents);
  const differenceCents = cents(feeCents - sumOfSteps);
  const text = differenceCents > 0 ? MINIMUM_TEXT : MAXIMUM_TEXT;
  const bound = { amountCents: differenceCents, sentence: fill(text, { limitCents: feeCents }) };
  return {
    ground: 'scale',
    lines: differenceCents === 0 ? lines : [...lines, bound],
    hasVat: true,
  };
}

/** Terms of one agreement with a consumer that are each too small to exceed the minimum. */
function isSmallTerms({ debtorKind, earlierTerms, principalsCents, defaultOn }: CostsQuestion) {
  const rule = termRuleOn(defaultOn);
  if (!rule || earlierTerms === null || debtorKind !== 'consumer') return false;
  return principalsCents.every((principalCents) => principalCents <= rule.principalUpToCents);
}

function feeOfTerms(question: CostsQuestion, { smallTerms = 'as-one-term' }: CostsPractice): Fee {
  const { defaultOn, earlierTerms } = question;
  const since = monthsBefore(defaultOn, termRuleOn(defaultOn)?.lookBackMonths ?? 0);
  const charged = (earlierTerms ?? []).filter(({ chargedOn }) => chargedOn >= since);
  const chargedCents = sumCents(charged.map(({ feeCents }) => feeCents));
  const limitCents = smallTerms === 'as-one-term' ? oneTerm(question) : sumOfTerms(question);
  const amountCents = cents(Math.max(0, limitCents - chargedCents));
  const shownCents = minCents(chargedCents, limitCents);
  const sentence = fill(TERM_LINE, { limitCents, chargedCents: shownCents });
  return { ground: 'terms', lines: [{ amountCents, sentence }], hasVat: true };
}

const oneTerm = ({ defaultOn }: CostsQuestion): Cents => cents(scaleOn(defaultOn).minimumCents);

const sumOfTerms = (question: CostsQuestion): Cents =>
  sumCents(feeByScale(question).lines.map(({ amountCents }) => amountCents));

const agreedLine = (amountCents: Cents): SpecifiedAmount => ({
  amountCents,
  sentence: fill(AGREED_LINE, { amountCents }),
});

function vatLine(feeCents: Cents, day: CalendarDate): SpecifiedAmount {
  const percent = vatPercentOn(day);
  const amountCents = cents(roundHalfUp(percentOf(feeCents, percent)));
  const facts = { percentPercent: percent, baseCents: feeCents, amountCents };
  return { amountCents, sentence: fill(VAT_TEXT, facts) };
}
