import {
  type CliCommand,
  type CostsAnswer,
  cents,
  DEBTOR_KINDS,
  formatCents,
  type Locale,
  localize,
  ZERO_CENTS,
} from '@inning/sdk';
import { computeCosts } from '../costs/compute-costs.ts';
import { RULES_CHECKED_ON } from '../costs/costs-rules.ts';
import { type OptionSpecs, usageOf } from './read-options.ts';
import { OptionRefusal, readDayAndAmount, required, type Values } from './read-values.ts';
import { LABELS, sayGround, sayRemarks } from './say-answer.ts';
import { COMMON_OPTIONS, runCommand, type Told } from './run-command.ts';

const OPTIONS = {
  'principal-cents': {
    value: 'CENTS',
    isMany: true,
    help: 'open principal; once per claim of the same letter',
  },
  debtor: { value: 'consumer|sole-trader|business', help: 'consumer when left out' },
  'vat-not-deductible': { help: 'the creditor cannot deduct VAT' },
  'default-on': { value: 'DATE', help: 'first day of default; the newest rules when left out' },
  'paid-in-term-cents': { value: 'CENTS', help: 'paid within the fourteen days' },
  'agreed-cents': { value: 'CENTS', help: 'costs agreed on beforehand' },
  'no-letter': { help: 'no announcing letter was sent' },
  'small-terms': { help: 'the claims are terms of one agreement' },
  'earlier-term': {
    value: 'DATE=CENTS',
    isMany: true,
    help: 'costs charged before for terms of that agreement',
  },
  'scale-over-small-terms': { help: 'the less careful reading: the scale over all small terms' },
  ...COMMON_OPTIONS,
} as const satisfies OptionSpecs;

/** `inning costs`: the collection costs of a claim by Dutch law. */
export const costsCommand: CliCommand = {
  name: 'costs',
  summary: 'Compute the collection costs of a claim by Dutch law',
  usage: usageOf('costs --principal-cents CENTS [options]', OPTIONS),
  run: async (args, out, err) => runCommand({ args, out, err, specs: OPTIONS, answer }),
};

function answer(values: Values, locale: Locale): Told {
  const isOverSum = values.has('scale-over-small-terms');
  const costs = computeCosts(readQuestion(values), {
    smallTerms: isOverSum ? 'scale-over-sum' : 'as-one-term',
  });
  return { json: toJson(costs, locale), lines: toLines(costs, locale) };
}

function readQuestion(values: Values) {
  const principals = values.amounts('principal-cents');
  required('principal-cents', 'CENTS', principals[0] ?? null);
  const agreedCents = values.amount('agreed-cents');
  refuseBelowZero('agreed-cents', [agreedCents ?? ZERO_CENTS]);
  const earlier = values
    .texts('earlier-term')
    .map((text) => readDayAndAmount('earlier-term', text))
    .map(({ on, amountCents }) => ({ chargedOn: on, feeCents: amountCents }));
  refuseBelowZero(
    'earlier-term',
    earlier.map(({ feeCents }) => feeCents),
  );
  return {
    debtorKind: values.choice('debtor', DEBTOR_KINDS) ?? 'consumer',
    principalsCents: afterPayment(principals, values.amount('paid-in-term-cents') ?? ZERO_CENTS),
    defaultOn: values.day('default-on') ?? RULES_CHECKED_ON,
    isVatDeductible: !values.has('vat-not-deductible'),
    agreedCents,
    isAnnounced: !values.has('no-letter'),
    earlierTerms: values.has('small-terms') || earlier.length > 0 ? earlier : null,
  } as const;
}

function refuseBelowZero(name: string, amounts: readonly number[]): void {
  if (amounts.some((amount) => amount < 0)) {
    throw new OptionRefusal(`--${name} must be zero or more.`);
  }
}

/** What was paid in the term is taken from the claims in their order. */
function afterPayment(principals: readonly number[], paidCents: number) {
  refuseBelowZero('paid-in-term-cents', [paidCents]);
  let left = paidCents;
  return principals.map((principalCents) => {
    const paid = Math.min(left, Math.max(principalCents, 0));
    left -= paid;
    return cents(principalCents - paid);
  });
}

const toJson = (costs: CostsAnswer, locale: Locale) => ({
  feeCents: costs.feeCents,
  vatCents: costs.vatCents,
  totalCents: costs.totalCents,
  ground: sayGround(costs.ground, locale),
  lines: costs.lines.map(({ amountCents, sentence }) => ({
    amountCents,
    sentence: localize(sentence, locale),
  })),
  warnings: sayRemarks(costs.remarks, locale),
});

function toLines(costs: CostsAnswer, locale: Locale): string[] {
  const amounts = [
    [LABELS.fee, costs.feeCents],
    [LABELS.vat, costs.vatCents],
    [LABELS.total, costs.totalCents],
  ] as const;
  return [
    ...costs.lines.map(({ sentence }) => localize(sentence, locale)),
    ...amounts.map(([label, amount]) => `${label[locale]}: ${formatCents(amount, locale)}`),
    sayGround(costs.ground, locale),
    ...sayRemarks(costs.remarks, locale).map(
      ({ sentence }) => `${LABELS.warning[locale]}: ${sentence}`,
    ),
  ];
}
