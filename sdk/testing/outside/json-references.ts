/** A value that came out of JSON.parse, not yet looked at. */
export type Json = unknown;

export type References = {
  /** The value itself, or what its `$ref` stands for. */
  resolve(value: Json): Json;
  /** The whole document, for a check that follows references itself. */
  readonly root: Readonly<Record<string, Json>>;
};

export const asObject = (value: Json): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, Json>)
    : {};

const LONGEST_CHAIN = 20;

/** References within one document: `#/components/schemas/letter`. */
export function createReferences(document: Readonly<Record<string, Json>>): References {
  const root = withNulls(document) as Record<string, Json>;
  return {
    root,
    resolve(value) {
      let found = value;
      for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
        const reference = asObject(found)['$ref'];
        if (typeof reference !== 'string') return withNulls(found);
        found = at(root, reference);
      }
      return undefined;
    },
  };
}

function at(root: Json, reference: string): Json {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json>((found, part) => {
      const inner = Array.isArray(found)
        ? Object.fromEntries(Object.entries(found))
        : asObject(found);
      return Object.hasOwn(inner, part) ? inner[part] : undefined;
    }, root);
}

/** OpenAPI 3.0 writes `nullable: true` where JSON Schema says that null is one of the types. */
function withNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Record<string, Json>;
  const fields = Object.fromEntries(
    Object.entries(rest).map(([name, field]) => [name, withNulls(field)]),
  );
  if (nullable === true) return { anyOf: [fields, { type: 'null' }] };
  return nullable === undefined || nullable === false ? fields : { ...fields, nullable };
}
