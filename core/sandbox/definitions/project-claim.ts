/** Takes from a claim what a plugin declared, and nothing else. */
export type ProjectClaim = (claim: object) => Record<string, unknown>;

type Wanted = { readonly all: boolean; readonly below: ReadonlyMap<string, Wanted> };

/**
 * `paths` are those of `permissions.claim`: `openCents`, `debtor.name`, `invoices.number` (of each
 * invoice) or all of `debtor`. What is not named is absent, not empty.
 */
export function claimProjection(paths: readonly string[]): ProjectClaim {
  const wanted = treeOf(paths.map((path) => path.split('.')));
  return (claim) => take(claim, wanted) as Record<string, unknown>;
}

function treeOf(paths: readonly (readonly string[])[]): Wanted {
  const below = new Map<string, (readonly string[])[]>();
  for (const [first, ...rest] of paths) {
    if (first !== undefined) below.set(first, [...(below.get(first) ?? []), rest]);
  }
  return {
    all: paths.some((path) => path.length === 0),
    below: new Map([...below].map(([name, rests]) => [name, treeOf(rests)])),
  };
}

function take(value: unknown, wanted: Wanted): unknown {
  if (wanted.all || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => take(one, wanted));
  const taken: Record<string, unknown> = {};
  for (const [name, its] of wanted.below) {
    if (Object.hasOwn(value, name))
      taken[name] = take((value as Record<string, unknown>)[name], its);
  }
  return taken;
}
