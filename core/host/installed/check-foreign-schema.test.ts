import { Type } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { checkForeignSchema, mayTakeLong } from './check-foreign-schema.ts';

describe('a schema of others', () => {
  it('is taken when it is a plain one', () => {
    const schema = Type.Object({
      url: Type.String({ pattern: '^https://[a-z0-9.-]+/[a-z]*$', maxLength: 200 }),
      kind: Type.Union([Type.Literal('a'), Type.Literal('b')]),
      list: Type.Array(Type.Object({ days: Type.Integer({ minimum: 0, default: 3 }) })),
    });

    expect(checkForeignSchema(schema)).toBeNull();
  });

  it.each(['(a+)+$', '(a|aa)*b', '^(?=a*a*a*)b', '(\\d+)\\1', 'a*a*a*a*b', '(x?){40}'])(
    'is refused with the pattern %s, which a text could make run for hours',
    (pattern) => {
      expect(mayTakeLong(pattern)).toBe(true);
      const schema = { anyOf: [{ type: 'object', properties: { a: { pattern } } }] };
      expect(checkForeignSchema(schema)).toContain('which may take long');
    },
  );

  it('is refused when it leads round, or is nested without end', () => {
    expect(checkForeignSchema({ properties: { a: { $ref: '#' } } })).toContain('$ref');
    let deep: object = {};
    for (let count = 0; count < 40; count += 1) deep = { items: deep };
    expect(checkForeignSchema(deep)).toContain('deep');
  });
});
