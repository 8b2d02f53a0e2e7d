type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The same schema, taking less. Every described object is closed to fields it does not name, so that a
 * misspelt field is an error and never silently ignored; what says `additionalProperties` itself is left
 * alone. Every whole number is one that JavaScript holds exactly: larger ones would change on their way.
 */
export function tightenSchema(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  if (schema['type'] === 'integer') return { ...EXACT, ...schema };
  const tight: Record<string, unknown> = { ...schema };

  if (isSchema(schema['properties'])) {
    const fields = Object.entries(schema['properties']);
    tight['properties'] = Object.fromEntries(fields.map(([name, of]) => [name, tightenSchema(of)]));
    if (!('additionalProperties' in schema)) tight['additionalProperties'] = false;
  }
  if ('items' in schema) tight['items'] = tightenSchema(schema['items']);
  for (const keyword of ['anyOf', 'oneOf']) {
    const options = schema[keyword];
    if (Array.isArray(options)) tight[keyword] = options.map(tightenSchema);
  }
  // Not into `allOf`: each part sees the whole object, and would refuse the fields of the others.
  return tight;
}

const EXACT = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
