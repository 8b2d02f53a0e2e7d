import { type Json, asObject, type References } from './json-references.ts';

/**
 * A schema as it holds for a request: fields that only the other side fills (`readOnly`) are not
 * required there (OpenAPI 3.0 and 3.1, "readOnly").
 */
export function asSent(schema: Json, references: References): Json {
  if (Array.isArray(schema)) return schema.map((one) => asSent(one, references));
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.fromEntries(
    Object.entries(schema).map(([name, inner]) => [name, asSent(inner, references)]),
  );
  const { required } = fields;
  if (!Array.isArray(required)) return fields;
  const properties = asObject(fields['properties']);
  const isOurs = (name: Json) => !isReadOnly(properties[String(name)], references);
  return { ...fields, required: required.filter(isOurs) };
}

const isReadOnly = (field: Json, references: References): boolean =>
  asObject(field)['readOnly'] === true || asObject(references.resolve(field))['readOnly'] === true;
