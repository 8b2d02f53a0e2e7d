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

/**
 * Turns values of that schema into the same values with whole numbers as CEL integers. The schema is
 * looked through once: claims are turned by the thousand.
 */
export function celValueOf(schema: TSchema): (value: unknown) => unknown {
  const { properties, items } = schema as Json;
  if (properties) {
    const fields = Object.entries(properties).map(([name, of]) => [name, celValueOf(of)] as const);
    return (value) => {
      if (typeof value !== 'object' || value === null) return value;
      const turned: Record<string, unknown> = {};
      for (const [name, of] of fields) turned[name] = of((value as typeof turned)[name]);
      return turned;
    };
  }
  if (items) {
    const of = celValueOf(items);
    return (value) => (Array.isArray(value) ? value.map(of) : value);
  }
  return (value) => (Number.isInteger(value) ? BigInt(value as number) : value);
}
