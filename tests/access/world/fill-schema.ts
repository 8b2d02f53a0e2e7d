type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
};

/** What an id field gets; undefined leaves an optional one out. */
export type NameId = (field: string, path: string) => string | undefined;

const HEXADECIMAL = '[0-9a-f]{24}';
const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-10',
  'date-time': '2026-03-10T09:00:00Z',
  email: 'somebody@example.nl',
  uri: 'https://example.nl/',
  uuid: '6f1a3f0e-7c7e-4b7d-9c6b-0d6c1f5c2b11',
};
const TEXTS = ['Some text', 'abc', 'EUR', 'NL', '1', '2026-03-10', '0612345678', '#123456', 'a-b'];

/** A value that fits a schema: what is required, and every id that may be named. */
// oxlint-disable-next-line complexity -- one line per kind of schema
export function fillSchema(given: unknown, nameId: NameId, path = ''): unknown {
  const schema = choose(given as JsonSchema);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => fillSchema(part, nameId, path)));
  }
  if (schema.properties) return fillObject(schema, nameId, path);
  if (schema.type === 'array') return fillList(schema, nameId, path);
  if (schema.type === 'string') return fillText(schema, nameId, path);
  if (schema.type === 'integer' || schema.type === 'number') {
    return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  }
  if (schema.type === 'boolean') return true;
  return schema.type === 'null' ? null : {};
}

/** Of a choice the option that can carry an id, else the first that is something. */
function choose(schema: JsonSchema): JsonSchema {
  const options = schema.anyOf?.map(choose);
  if (!options) return schema;
  return (
    options.find((option) => isIdSchema(option) || idPaths(option).length > 0) ??
    options.find((option) => option.type !== 'null') ??
    schema
  );
}

function fillObject(schema: JsonSchema, nameId: NameId, path: string): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [field, of] of Object.entries(schema.properties ?? {})) {
    const here = path === '' ? field : `${path}.${field}`;
    const isNeeded = schema.required?.includes(field) ?? false;
    const names = idPaths(of, here);
    if (!isNeeded && names.length === 0) continue;
    const value = fillSchema(of, nameId, here);
    if (value !== undefined) object[field] = value;
  }
  return addMissing(object, schema, nameId);
}

/** Of a change at least one field is asked, whichever it is. */
function addMissing(object: Record<string, unknown>, schema: JsonSchema, nameId: NameId) {
  const left = Object.entries(schema.properties ?? {}).filter(([field]) => !(field in object));
  const missing = Math.max(0, (schema.minProperties ?? 0) - Object.keys(object).length);
  for (const [field, of] of left.slice(0, missing)) object[field] = fillSchema(of, nameId, field);
  return object;
}

function fillList(schema: JsonSchema, nameId: NameId, path: string): unknown[] {
  const isEmpty = (schema.minItems ?? 0) === 0 && idPaths(schema.items, path).length === 0;
  const one = isEmpty ? undefined : fillSchema(schema.items, nameId, path);
  return one === undefined ? [] : [one];
}

function fillText(schema: JsonSchema, nameId: NameId, path: string): string | undefined {
  if (isIdSchema(schema)) return nameId(path.split('.').at(-1) ?? '', path);
  if (schema.format) return FORMATS[schema.format] ?? 'text';
  const fits = (text: string) =>
    text.length >= (schema.minLength ?? 0) &&
    (!schema.pattern || RegExp(schema.pattern).test(text));
  return TEXTS.find(fits) ?? 'x'.repeat(schema.minLength ?? 1);
}

const isIdSchema = (schema: JsonSchema) =>
  schema.type === 'string' && (schema.pattern?.includes(HEXADECIMAL) ?? false);

/** The paths of all ids that a value of this schema can hold. */
export function idPaths(given: unknown, path = ''): string[] {
  const schema = given as JsonSchema | undefined;
  if (!schema || typeof schema !== 'object') return [];
  if (isIdSchema(schema)) return [path];
  const inside = [
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ];
  const fields = Object.entries(schema.properties ?? {});
  const found = [
    ...inside.flatMap((part) => idPaths(part, path)),
    ...fields.flatMap(([field, of]) => idPaths(of, path === '' ? field : `${path}.${field}`)),
  ];
  return [...new Set(found)];
}
