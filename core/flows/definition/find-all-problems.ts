import {
  type CalendarDate,
  type Catalogue,
  type Country,
  findProblems,
  type FlowDocument,
  type LetterSources,
  type Problem,
} from '@inning/sdk';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';

export type ProblemDeps = {
  readonly catalogue: Catalogue;
  readonly expressions: ClaimExpressions;
  readonly countries: { find(code: string): Country | null };
  /** Left out, nothing is said of the words of letters. */
  readonly letters?: LetterSources;
};

const UNKNOWN_LETTERS: LetterSources = { find: () => null };

/** What is wrong with a flow: how it is drawn, and what the law of its country says of it. */
export function findAllProblems(
  flow: FlowDocument,
  today: CalendarDate,
  deps: ProblemDeps & { readonly country?: string },
): Problem[] {
  const { catalogue, expressions, countries, letters = UNKNOWN_LETTERS } = deps;
  const drawn = findProblems(flow, { catalogue, checkExpression: expressions.check });
  const country = countries.find(deps.country ?? flow.country);
  const legal = country?.findLegalProblems?.({ flow, catalogue, letters, today }) ?? [];
  return [...drawn, ...legal];
}
