/** One invoice of a sum: exactly one of its amounts is taken, or none when it may be left out. */
export type SumPart = { readonly amounts: readonly number[]; readonly isOptional: boolean };
/** Index of the amount taken of each part, -1 where it is left out. */
export type ExactSum = { readonly picks: readonly number[]; readonly isOnly: boolean };

type Node = { readonly parent: Node | null; readonly pick: number; ways: number };

const MOST_SUMS = 4_000;

/**
 * Amounts that add up to exactly `targetCents`, or null. Looks at every sum once, part by part, and gives
 * up when there are more than 4,000 of them, so it is never slow: at most 4,000 × parts × amounts steps.
 */
export function findSum(targetCents: number, parts: readonly SumPart[]): ExactSum | null {
  if (parts.length === 0) return null;
  let sums = new Map<number, Node>([[0, { parent: null, pick: -1, ways: 1 }]]);
  const bounds = boundsOf(parts);
  for (const [at, part] of parts.entries()) {
    const bound = bounds[at + 1] ?? { least: 0, most: 0 };
    sums = addPart(sums, part, {
      least: targetCents - bound.most,
      most: targetCents - bound.least,
    });
    if (sums.size > MOST_SUMS) return null;
  }
  const end = sums.get(targetCents);
  return end ? { picks: picksOf(end, parts.length), isOnly: end.ways === 1 } : null;
}

type Bound = { readonly least: number; readonly most: number };

/** All sums with one part more; only those from which the rest can still reach the target. */
function addPart(sums: ReadonlyMap<number, Node>, part: SumPart, within: Bound): Map<number, Node> {
  const next = new Map<number, Node>();
  const add = (total: number, node: Node) => {
    if (total >= within.least && total <= within.most) reach(next, total, node);
  };
  for (const [sum, node] of sums) {
    if (part.isOptional) add(sum, { parent: node, pick: -1, ways: node.ways });
    for (const [pick, amount] of part.amounts.entries()) {
      if (amount !== 0) add(sum + amount, { parent: node, pick, ways: node.ways });
    }
  }
  return next;
}

function reach(sums: Map<number, Node>, total: number, node: Node): void {
  const known = sums.get(total);
  if (known) known.ways += node.ways;
  else sums.set(total, node);
}

/** Per place the least and the most that the parts from there on can add. */
function boundsOf(parts: readonly SumPart[]): Bound[] {
  const bounds = [{ least: 0, most: 0 }];
  let [least, most] = [0, 0];
  for (const part of parts.toReversed()) {
    const reachable = part.isOptional
      ? [0, ...part.amounts]
      : part.amounts.filter((one) => one !== 0);
    least += Math.min(...reachable);
    most += Math.max(...reachable);
    bounds.unshift({ least, most });
  }
  return bounds;
}

function picksOf(end: Node, length: number): number[] {
  const picks: number[] = [];
  let node: Node | null = end;
  for (let at = 0; at < length && node; at += 1) {
    picks.unshift(node.pick);
    node = node.parent;
  }
  return picks;
}
