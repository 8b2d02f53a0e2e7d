type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The same schema with every described object closed to fields it does not name, so that a misspelt
 * field is an error and never silently ignored. What says `additionalProperties` itself is left alone.
 */
export function closeObjects(schema: unknown): unknown {
  if (!isSchema(schema)) return schema;
  const closed: Record<string, unknown> = { ...schema };

  if (isSchema(schema['properties'])) {
    const fields = Object.entries(schema['properties']);
    closed['properties'] = Object.fromEntries(fields.map(([name, of]) => [name, closeObjects(of)]));
    if (!('additionalProperties' in schema)) closed['additionalProperties'] = false;
  }
  if ('items' in schema) closed['items'] = closeObjects(schema['items']);
  for (const keyword of ['anyOf', 'oneOf']) {
    const options = schema[keyword];
    if (Array.isArray(options)) closed[keyword] = options.map(closeObjects);
  }
  // Not into `allOf`: each part sees the whole object, and would refuse the fields of the others.
  return closed;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
