import type { CostState } from '../../claim.ts';
import { DEBTOR_KINDS, type DebtorKind } from '../../country.ts';

/** What is certain of a claim after a test: who the debtor may be and how its costs may stand. */
export type Known = {
  readonly kinds?: readonly DebtorKind[];
  readonly costStates?: readonly CostState[];
};

const COST_STATES: readonly CostState[] = ['none', 'announced', 'claimable'];
const MOST_PARTS = 20;

/**
 * Reads the comparisons of kind of debtor and state of costs in a condition: `claim.debtor.kind ==
 * "consumer"`, also as one of several that are joined by `&&` (when it holds) or `||` (when not).
 * Whatever else stands there says nothing.
 */
export function readTest(expression: string, holds: boolean): Known {
  const other = holds ? '||' : '&&';
  if (expression.includes(other) || expression.includes('?')) return {};
  const parts = expression.split(holds ? '&&' : '||').slice(0, MOST_PARTS);
  return parts.reduce<Known>((known, part) => meet(known, readPart(part.trim(), holds)), {});
}

const COMPARISON = /^claim\.(debtor\.kind|costState) ?(==|!=) ?(["'])([a-z-]+)\3$/;

function readPart(part: string, holds: boolean): Known {
  const bare = part.startsWith('(') && part.endsWith(')') ? part.slice(1, -1).trim() : part;
  const [, field, operator, , value] = COMPARISON.exec(bare.replace(/\s+/g, ' ')) ?? [];
  if (field === undefined) return {};
  const isEqual = (operator === '==') === holds;
  const left = <T extends string>(all: readonly T[]) =>
    all.filter((one) => (one === value) === isEqual);
  return field === 'costState' ? { costStates: left(COST_STATES) } : { kinds: left(DEBTOR_KINDS) };
}

/** What is known when both are. */
export function meet(one: Known, other: Known): Known {
  const kinds = both(one.kinds, other.kinds);
  const costStates = both(one.costStates, other.costStates);
  return { ...(kinds ? { kinds } : {}), ...(costStates ? { costStates } : {}) };
}

function both<T>(one?: readonly T[], other?: readonly T[]): readonly T[] | undefined {
  if (!one || !other) return one ?? other;
  return one.filter((value) => other.includes(value));
}
