import {
  type AgreedInterest,
  type CliCommand,
  formatCents,
  type InterestAnswer,
  type InterestQuestion,
  type Locale,
  localize,
} from '@inning/sdk';
import { computeInterest } from '../interest/compute-interest.ts';
import { type OptionSpecs, usageOf } from './read-options.ts';
import { OptionRefusal, readDayAndAmount, required, type Values } from './read-values.ts';
import { COMMON_OPTIONS, runCommand, type Told } from './run-command.ts';
import { LABELS, sayGround, sayRemarks } from './say-answer.ts';

const OPTIONS = {
  'principal-cents': { value: 'CENTS', help: 'what the interest grows on' },
  from: { value: 'DATE', help: 'the first day that bears interest' },
  to: { value: 'DATE', help: 'the day after the last one that bears interest' },
  kind: { value: 'consumer|commercial', help: 'the statutory rate' },
  payment: {
    value: 'DATE=CENTS',
    isMany: true,
    help: 'what was paid on interest and principal',
  },
  rate: { value: 'PERCENT', help: 'an agreed rate a year instead of the statutory one' },
  surcharge: { value: 'PERCENT', help: 'agreed points on top of the statutory rate' },
  simple: { help: 'interest bears no interest' },
  compound: { help: 'interest of a full year bears interest, for an agreed rate too' },
  'day-count': {
    value: 'actual-365|actual-366-in-leap',
    help: 'actual-365 when left out',
  },
  rounding: { value: 'once|each-period', help: 'once when left out' },
  ...COMMON_OPTIONS,
} as const satisfies OptionSpecs;

/** `inning interest`: interest by Dutch law or agreement, with its specification. */
export const interestCommand: CliCommand = {
  name: 'interest',
  summary: 'Compute interest by Dutch law, with its specification',
  usage: usageOf(
    'interest --principal-cents CENTS --from DATE --to DATE --kind consumer|commercial [options]',
    OPTIONS,
  ),
  run: async (args, out, err) => runCommand({ args, out, err, specs: OPTIONS, answer }),
};

function answer(values: Values, locale: Locale): Told {
  const interest = computeInterest(readQuestion(values), {
    dayCount:
      values.choice('day-count', ['actual-365', 'actual-366-in-leap'] as const) ?? 'actual-365',
    rounding: values.choice('rounding', ['once', 'each-period'] as const) ?? 'once',
  });
  const hasPayments = values.has('payment');
  return { json: toJson(interest, locale), lines: toLines(interest, locale, hasPayments) };
}

function readQuestion(values: Values): InterestQuestion {
  const kinds = ['consumer', 'commercial'] as const;
  return {
    principalCents: required('principal-cents', 'CENTS', values.amount('principal-cents')),
    from: required('from', 'DATE', values.day('from')),
    to: required('to', 'DATE', values.day('to')),
    kind: required('kind', kinds.join('|'), values.choice('kind', kinds)),
    payments: values.texts('payment').map((text) => readDayAndAmount('payment', text)),
    agreed: readAgreed(values),
  };
}

/** An agreed rate is simple unless said otherwise; the statutory one, with points or not, compounds. */
function readAgreed(values: Values): AgreedInterest | null {
  const [rate, surcharge] = [values.text('rate'), values.text('surcharge')];
  const [isSimple, isCompound] = [values.has('simple'), values.has('compound')];
  if (rate !== null && surcharge !== null) {
    throw new OptionRefusal('Give --rate or --surcharge, not both.');
  }
  if (isSimple && isCompound) throw new OptionRefusal('Give --simple or --compound, not both.');
  if (rate !== null) return { percent: rate, isOnTop: false, isCompound };
  if (surcharge === null && !isSimple) return null;
  return { percent: surcharge ?? '0', isOnTop: true, isCompound: !isSimple };
}

const toJson = (interest: InterestAnswer, locale: Locale) => ({
  interestCents: interest.interestCents,
  openInterestCents: interest.openInterestCents,
  openPrincipalCents: interest.openPrincipalCents,
  excessCents: interest.excessCents,
  periods: interest.periods.map(({ amountCents, sentence, ...period }) => ({
    ...period,
    interestCents: amountCents,
    sentence: localize(sentence, locale),
  })),
  ground: sayGround(interest.ground, locale),
  warnings: sayRemarks(interest.remarks, locale),
});

function toLines(interest: InterestAnswer, locale: Locale, hasPayments: boolean): string[] {
  const amounts = [
    [LABELS.interest, interest.interestCents],
    [LABELS.openInterest, interest.openInterestCents],
    [LABELS.openPrincipal, interest.openPrincipalCents],
    [LABELS.excess, interest.excessCents],
  ] as const;
  return [
    ...interest.periods.map(({ sentence }) => localize(sentence, locale)),
    // Without payments the rest says nothing new.
    ...amounts
      .slice(0, hasPayments ? amounts.length : 1)
      .map(([label, amount]) => `${label[locale]}: ${formatCents(amount, locale)}`),
    sayGround(interest.ground, locale),
    ...sayRemarks(interest.remarks, locale).map(
      ({ sentence }) => `${LABELS.warning[locale]}: ${sentence}`,
    ),
  ];
}
