import {
  type CalendarDate,
  type Catalogue,
  type Country,
  findProblems,
  type FlowDocument,
  type LetterSources,
  message,
  type Problem,
} from '@inning/sdk';
import type { ClaimExpressions } from '../expressions/claim-expressions.ts';

export type ProblemDeps = {
  readonly catalogue: Catalogue;
  readonly expressions: ClaimExpressions;
  readonly countries: { find(code: string): Country | null };
  /** Left out, nothing is said of the words of letters. */
  readonly letters?: LetterSources;
  /** Left out, nothing is said of flows that a flow leads to. */
  readonly knowsFlow?: (slug: string) => boolean;
};

const UNKNOWN_LETTERS: LetterSources = { find: () => null };

/** What is wrong with a flow: how it is drawn, and what the law of its country says of it. */
export function findAllProblems(
  flow: FlowDocument,
  today: CalendarDate,
  deps: ProblemDeps & { readonly country?: string },
): Problem[] {
  const { catalogue, expressions, countries, letters = UNKNOWN_LETTERS } = deps;
  const code = deps.country ?? flow.country;
  const drawn = [
    ...findProblems(flow, {
      catalogue,
      checkExpression: expressions.check,
      ...(deps.knowsFlow ? { knowsFlow: deps.knowsFlow } : {}),
      ...(deps.letters ? { knowsTemplate: (name) => letters.find(name) !== null } : {}),
    }),
    ...(code === flow.country ? [] : [otherCountry(flow.country, code)]),
  ];
  const country = countries.find(code);
  if (!country) return [...drawn, unknownCountry(code)];
  return [...drawn, ...(country.findLegalProblems?.({ flow, catalogue, letters, today }) ?? [])];
}

/** It was drawn for another law than the one it is held against: it says so, and is judged all the same. */
const otherCountry = (own: string, country: string): Problem => ({
  code: 'FLOW_COUNTRY_DIFFERS',
  severity: 'warning',
  nodeIds: [],
  message: message('flow.country-differs', { own, country }),
});

/** A flow of a country that nobody knows here is drawn well or not; no law was asked. */
const unknownCountry = (country: string): Problem => ({
  code: 'FLOW_COUNTRY_UNKNOWN',
  severity: 'warning',
  nodeIds: [],
  message: message('flow.country-unknown', { country }),
});
