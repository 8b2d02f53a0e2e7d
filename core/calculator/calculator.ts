import type { Clock, Country } from '@inning/sdk';
import { dayAt } from '../time/index.ts';
import { calculateDebt, type DebtAnswer, type DebtQuestion } from './calculate.ts';
import { CalculatorCountryUnknownError, CalculatorDaysInvalidError } from './calculator.errors.ts';

export type CalculatorDeps = {
  readonly countries: { find(code: string): Country | null };
  readonly clock: Clock;
  /** The country of a question that names none. */
  readonly country: string;
};
export type Calculator = ReturnType<typeof createCalculator>;

const FIRST_YEAR = '1900-01-01';
const LAST_YEAR = '2200-12-31';

/** Answers questions about one debt, for anybody: nothing is read, nothing is kept. */
export function createCalculator({ countries, clock, country: usual }: CalculatorDeps) {
  function countryOf(code: string = usual): Country {
    const found = countries.find(code);
    if (!found) throw new CalculatorCountryUnknownError(code);
    return found;
  }
  return {
    today: (code?: string) => dayAt(clock.now(), countryOf(code).timeZone),

    /** Throws `CalculatorDaysInvalidError`, and what the country has no answer to. */
    answer(question: DebtQuestion, code?: string): DebtAnswer {
      const { dueOn, until } = question;
      const isWithin = dueOn >= FIRST_YEAR && until <= LAST_YEAR;
      if (until < dueOn || !isWithin) throw new CalculatorDaysInvalidError(dueOn, until);
      return calculateDebt(countryOf(code), question);
    },
  };
}
