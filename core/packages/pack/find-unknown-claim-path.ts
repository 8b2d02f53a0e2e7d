import { ClaimSchema } from '@inning/sdk';

type Fields = Readonly<Record<string, unknown>>;

/** The first of these paths that names nothing of a claim, or null. Lists are walked through. */
export function findUnknownClaimPath(paths: readonly string[]): string | null {
  return paths.find((path) => !exists(path)) ?? null;
}

function exists(path: string): boolean {
  let schema: unknown = ClaimSchema;
  for (const field of path.split('.')) {
    const fields = fieldsOf(schema);
    if (!fields || !Object.hasOwn(fields, field)) return false;
    schema = fields[field];
  }
  return true;
}

function fieldsOf(schema: unknown): Fields | undefined {
  const { properties, items } = schema as { properties?: Fields; items?: unknown };
  return properties ?? (items ? fieldsOf(items) : undefined);
}
