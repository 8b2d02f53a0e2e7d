import type { TSchema } from '@inning/sdk';

type Json = Record<string, unknown> & {
  type?: string;
  properties?: Record<string, TSchema>;
  items?: TSchema;
  anyOf?: TSchema[];
};

/** The CEL types of a TypeBox schema: whole numbers are `int`, days are text, null makes it `dyn`. */
export function celSchema(schema: TSchema): unknown {
  const json = schema as Json;
  if (json.anyOf) {
    const types = new Set(json.anyOf.map((option) => celSchema(option)));
    const [only] = types;
    return types.size === 1 ? only : 'dyn';
  }
  if (json.type === 'object' && json.properties) {
    return Object.fromEntries(
      Object.entries(json.properties).map(([name, property]) => [name, celSchema(property)]),
    );
  }
  if (json.type === 'array') return 'list<map<string, dyn>>';
  if (json.type === 'integer') return 'int';
  if (json.type === 'number') return 'double';
  if (json.type === 'boolean') return 'bool';
  if (json.type === 'null') return 'null_type';
  return 'string';
}

/** The same value with whole numbers as CEL integers. */
export function toCelValue(schema: TSchema, value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) {
    const items = (schema as Json).items;
    return items ? value.map((item) => toCelValue(items, item)) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const properties = (schema as Json).properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      toCelValue(property, (value as Record<string, unknown>)[name]),
    ]),
  );
}
