import type { Draft } from '../drafting/proposal.ts';

/** The weakest number decides; more numbers make it a little surer. */
export function namedWeight({ named }: Draft): number {
  if (named.length === 0) return 0;
  return Math.min(...named.map((one) => one.weight));
}
