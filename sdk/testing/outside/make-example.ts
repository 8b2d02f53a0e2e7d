import { type Json, asObject, type References } from './json-references.ts';

const DEEPEST = 12;

/** The example of a media type or, when it has none, one made from its schema. */
export function makeExample(media: Readonly<Record<string, Json>>, references: References): Json {
  if (media['example'] !== undefined) return media['example'];
  const [named] = Object.values(asObject(media['examples']));
  const example = asObject(references.resolve(named))['value'];
  return example ?? fromSchema(media['schema'], references, 0);
}

function fromSchema(given: Json, references: References, depth: number): Json {
  const schema = asObject(references.resolve(given));
  const told = toldBy(schema);
  if (told !== undefined) return told;
  if (depth > DEEPEST) return null;
  const inner = (one: Json) => fromSchema(one, references, depth + 1);
  return composed(schema, inner) ?? plain(schema, inner);
}

type Inner = (one: Json) => Json;
type Schema = Readonly<Record<string, Json>>;

/** Of a choice the first, of parts all together; undefined when the schema is neither. */
function composed(schema: Schema, inner: Inner): Json {
  const { allOf, oneOf, anyOf, properties } = schema;
  if (Array.isArray(allOf))
    return Object.assign({}, ...allOf.map(inner), own(schema, inner)) as Json;
  const choices = [oneOf, anyOf].find(Array.isArray) as Json[] | undefined;
  return choices && properties === undefined ? inner(choices[0]) : undefined;
}

function plain(schema: Schema, inner: Inner): Json {
  const { type, items, properties, format } = schema;
  if (type === 'array') return items === undefined ? [] : [inner(items)];
  if (type === 'object' || properties !== undefined) return own(schema, inner);
  return SIMPLE[String(type)] ?? (format === 'date' ? '2026-03-01' : 'text');
}

function toldBy(schema: Schema): Json {
  const { example, examples, default: fallback, const: only, enum: choices } = schema;
  if (example !== undefined) return example;
  if (Array.isArray(examples) && examples.length > 0) return examples[0] as Json;
  if (only !== undefined) return only;
  if (fallback !== undefined) return fallback;
  return Array.isArray(choices) ? (choices[0] as Json) : undefined;
}

const own = (schema: Schema, inner: Inner) =>
  Object.fromEntries(
    Object.entries(asObject(schema['properties'])).map(([name, field]) => [name, inner(field)]),
  );

const SIMPLE: Readonly<Record<string, Json>> = { integer: 1, number: 1, boolean: true, null: null };
