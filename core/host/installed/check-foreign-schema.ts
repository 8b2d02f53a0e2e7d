/** Schemas of others are checked and run here, outside the sandbox: nothing in them may take long. */
const DEEPEST = 12;
const MOST_PARTS = 2_000;
const LONGEST_PATTERN = 200;
const MOST_REPEATS = 3;

/** Keywords whose value is a schema, a list of them, or schemas by name. */
const ONE = ['items', 'not', 'additionalProperties', 'contains', 'if', 'then', 'else'];
const MANY = ['anyOf', 'oneOf', 'allOf'];
const NAMED = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
/** A schema that leads to another one may lead round in a circle. */
const LEADS_AWAY = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Why a JSON schema of somebody else cannot be used, or null. */
export function checkForeignSchema(schema: unknown): string | null {
  const waiting: { readonly part: unknown; readonly depth: number }[] = [
    { part: schema, depth: 0 },
  ];
  let count = 0;
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const { part, depth } = one;
    if (typeof part !== 'object' || part === null) continue;
    count += 1;
    if (depth > DEEPEST) return `is nested over ${DEEPEST} deep`;
    if (count > MOST_PARTS) return `has over ${MOST_PARTS} parts`;
    const problem = checkPart(part as Record<string, unknown>);
    if (problem) return problem;
    for (const inner of partsOf(part as Record<string, unknown>)) {
      waiting.push({ part: inner, depth: depth + 1 });
    }
  }
  return null;
}

function partsOf(part: Readonly<Record<string, unknown>>): unknown[] {
  const valuesOf = (value: unknown) =>
    typeof value === 'object' && value !== null ? Object.values(value) : [];
  return [
    ...ONE.flatMap((keyword) => {
      const value = part[keyword];
      return Array.isArray(value) ? (value as unknown[]) : [value];
    }),
    ...MANY.flatMap((keyword) => valuesOf(part[keyword])),
    ...NAMED.flatMap((keyword) => valuesOf(part[keyword])),
  ];
}

function checkPart(part: Readonly<Record<string, unknown>>): string | null {
  const away = LEADS_AWAY.find((keyword) => Object.hasOwn(part, keyword));
  if (away) return `uses ${away}, which is not taken from others`;
  const names = Object.keys((part['patternProperties'] as object | undefined) ?? {});
  const bad = [part['pattern'], ...names].find(
    (pattern) => typeof pattern === 'string' && mayTakeLong(pattern),
  );
  return bad === undefined ? null : `has the pattern ${String(bad)}, which may take long`;
}

/** Allowed are plain pieces with a few repeats; nothing that repeats a group or refers back. */
export function mayTakeLong(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return true;
  // What is escaped, and what stands between brackets, cannot repeat anything itself.
  const bare = pattern
    .replace(/\\[dDwWsSbBtnrfv^$.*+?()[\]{}|/-]/g, 'a')
    .replace(/\[[^\]]*\]/g, 'a');
  if (bare.includes('\\')) return true;
  if (/\)[*+?{]|\(\?[^:]/.test(bare)) return true;
  const repeats = bare.match(/[*+]|\{\d+,\}/g) ?? [];
  return repeats.length > MOST_REPEATS;
}
