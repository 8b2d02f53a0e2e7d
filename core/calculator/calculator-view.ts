import type { Locale } from '@inning/sdk';
import type { CalculatorText } from './calculator-page.texts.ts';
import type { FormFields, FormProblem } from './read-form.ts';
import type { SaidDebt } from './say-debt.ts';

export type CalculatorView = {
  readonly locale: Locale;
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  /** Null before anything was asked, and while something is wrong. */
  readonly answer: SaidDebt | null;
  /** True when the country has no rules for these days. */
  readonly hasNoAnswer: boolean;
};

export type Say = (name: CalculatorText) => string;
