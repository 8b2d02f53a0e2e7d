/** How sure the matcher must be before it books without a person. */
export type Policy = {
  /** Named in every decision, so that an old one can be understood. Changes with the weights. */
  readonly version: string;
  /** 0 to 1: decisions below it wait for a person. */
  readonly certainty: number;
};

/** Changes whenever a weight or a rule changes. */
export const POLICY_VERSION = '2026-3';
export const NORMAL_CERTAINTY = 0.9;
export const NORMAL_POLICY: Policy = { version: POLICY_VERSION, certainty: NORMAL_CERTAINTY };

/** The policy of somebody who wants to be asked more often, or less; `certainty` is 0.5 to 0.9999. */
export const policyOf = (certainty: number): Policy => ({ version: POLICY_VERSION, certainty });

/** Points a proposal needs, and the distance it needs to the next one, to be exactly 0.9 certain. */
const NEEDED_SCORE = 8.5;
const NEEDED_MARGIN = 2.4;

/** Points turned into certainty, 0 to 1, comparable over payments of every kind. */
export function certaintyOf(score: number, margin: number): number {
  const spare = Math.min(score - NEEDED_SCORE, margin - NEEDED_MARGIN);
  const certainty = spare >= 0 ? 1 - 0.1 * Math.exp(-spare / 1.5) : 0.9 * Math.exp(spare / 3);
  return Math.round(certainty * 10_000) / 10_000;
}
