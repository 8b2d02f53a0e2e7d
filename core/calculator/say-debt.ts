import { type LegalGround, type Locale, localize } from '@inning/sdk';
import type { DebtAnswer } from './calculate.ts';

const sayGround = ({ article, sentence }: LegalGround, locale: Locale) => ({
  article,
  sentence: localize(sentence, locale),
});

/** The answer in one language, as it travels. */
export function sayDebt(answer: DebtAnswer, locale: Locale) {
  const { costs, interest } = answer;
  return {
    openPrincipalCents: answer.openPrincipalCents,
    openInterestCents: answer.openInterestCents,
    costsCents: answer.costsCents,
    totalCents: answer.totalCents,
    costs: {
      feeCents: costs.feeCents,
      vatCents: costs.vatCents,
      totalCents: costs.totalCents,
      ground: sayGround(costs.ground, locale),
      lines: costs.lines.map(({ amountCents, sentence }) => ({
        amountCents,
        sentence: localize(sentence, locale),
      })),
    },
    interest: {
      interestCents: interest.interestCents,
      excessCents: interest.excessCents,
      ground: sayGround(interest.ground, locale),
      periods: interest.periods.map(({ amountCents, sentence, ...period }) => ({
        ...period,
        interestCents: amountCents,
        sentence: localize(sentence, locale),
      })),
    },
    warnings: answer.remarks.map(({ code, sentence }) => ({
      code,
      sentence: localize(sentence, locale),
    })),
  };
}
export type SaidDebt = ReturnType<typeof sayDebt>;
