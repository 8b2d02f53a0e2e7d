import type { CostState } from '../../claim.ts';
import { DEBTOR_KINDS, type DebtorKind } from '../../country.ts';
import { isWrapped, splitAtTop } from './split-condition.ts';

/** What is certain of a claim after a test: who the debtor may be and how its costs may stand. */
export type Known = {
  readonly kinds?: readonly DebtorKind[];
  readonly costStates?: readonly CostState[];
};

const COST_STATES: readonly CostState[] = ['none', 'announced', 'claimable'];
const MOST_DEEP = 20;
const LONGEST = 4_000;

/**
 * Reads the comparisons of kind of debtor and state of costs in a condition: `claim.debtor.kind ==
 * "consumer"`, `in` a list, denied by `!( )`, and joined by `&&` and `||`. Whatever else stands there says
 * nothing.
 */
export function readTest(expression: string, holds: boolean): Known {
  if (expression.length > LONGEST || expression.includes('?')) return {};
  return readPart(expression, { holds, depth: 0 });
}

type Asked = { readonly holds: boolean; readonly depth: number };

function readPart(part: string, { holds, depth }: Asked): Known {
  if (depth > MOST_DEEP) return {};
  const bare = part.trim();
  for (const operator of ['||', '&&'] as const) {
    const parts = splitAtTop(bare, operator);
    if (parts.length === 1) continue;
    const known = parts.map((one) => readPart(one, { holds, depth: depth + 1 }));
    // All parts of `&&` hold, and of `||` that does not hold none does; of the rest it is any one of them.
    return known.reduce((operator === '&&') === holds ? meet : eitherOf);
  }
  if (isWrapped(bare)) return readPart(bare.slice(1, -1), { holds, depth: depth + 1 });
  const denied = bare.slice(1).trim();
  if (bare.startsWith('!') && isWrapped(denied)) {
    return readPart(denied, { holds: !holds, depth: depth + 1 });
  }
  return readComparison(bare.replace(/\s+/g, ' '), holds);
}

const COMPARISON = /^claim\.(debtor\.kind|costState) ?(==|!=) ?(["'][a-z-]+["'])$/;
const IN_LIST = /^claim\.(debtor\.kind|costState) (in) ?\[([^[\]]*)\]$/;
const VALUE = /^ ?(["'])([a-z-]+)\1 ?$/;

function readComparison(bare: string, holds: boolean): Known {
  const [, field, operator, list] = COMPARISON.exec(bare) ?? IN_LIST.exec(bare) ?? [];
  if (field === undefined || list === undefined) return {};
  const values = list.split(',').map((one) => VALUE.exec(one)?.[2]);
  if (values.includes(undefined)) return {};
  const isAmong = (operator !== '!=') === holds;
  const left = <T extends string>(all: readonly T[]) =>
    all.filter((one) => values.includes(one) === isAmong);
  return field === 'costState' ? { costStates: left(COST_STATES) } : { kinds: left(DEBTOR_KINDS) };
}

/** What is known when both are. */
export function meet(one: Known, other: Known): Known {
  return joined(one, other, (first, second) =>
    first && second ? first.filter((value) => second.includes(value)) : (first ?? second),
  );
}

/** What is known when one of both is, and nobody knows which. */
function eitherOf(one: Known, other: Known): Known {
  return joined(one, other, (first, second, all) =>
    first && second
      ? all.filter((value) => first.includes(value) || second.includes(value))
      : undefined,
  );
}

type Join = <T>(
  first: readonly T[] | undefined,
  second: readonly T[] | undefined,
  all: readonly T[],
) => readonly T[] | undefined;

function joined(one: Known, other: Known, join: Join): Known {
  const kinds = join(one.kinds, other.kinds, DEBTOR_KINDS);
  const costStates = join(one.costStates, other.costStates, COST_STATES);
  return { ...(kinds ? { kinds } : {}), ...(costStates ? { costStates } : {}) };
}
