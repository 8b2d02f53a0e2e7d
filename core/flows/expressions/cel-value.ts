import type { TSchema } from '@inning/sdk';

type Json = Record<string, unknown> & {
  properties?: Record<string, TSchema>;
  items?: TSchema;
};

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
