import { Type } from '@inning/sdk';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { tightenSchema } from './tighten-schema.ts';

describe('tightenSchema', () => {
  it('closes objects in objects, lists and choices, and leaves the given schema alone', () => {
    const schema = Type.Object({
      lines: Type.Array(Type.Object({ cents: Type.Integer() })),
      to: Type.Union([Type.Object({ id: Type.String() }), Type.Null()]),
    });

    expect(tightenSchema(schema)).toMatchObject({
      additionalProperties: false,
      properties: {
        lines: { items: { additionalProperties: false } },
        to: { anyOf: [{ additionalProperties: false }, { type: 'null' }] },
      },
    });
    expect(schema).not.toHaveProperty('additionalProperties');
  });

  it('leaves open what says so, and what holds any key', () => {
    const open = Type.Object({ a: Type.String() }, { additionalProperties: true });

    expect(tightenSchema(open)).toMatchObject({ additionalProperties: true });
    expect(tightenSchema(Type.Record(Type.String(), Type.Unknown()))).not.toHaveProperty(
      'additionalProperties',
      false,
    );
  });

  it('takes whole numbers that are exact, and keeps narrower bounds', () => {
    const schema = Type.Object({
      cents: Type.Integer(),
      day: Type.Union([Type.Integer({ minimum: 1, maximum: 31 }), Type.Null()]),
    });
    const isValid = new Ajv().compile(tightenSchema(schema) as object);

    expect(isValid({ cents: Number.MAX_SAFE_INTEGER, day: 31 })).toBe(true);
    expect(isValid({ cents: Number.MAX_SAFE_INTEGER + 1, day: 31 })).toBe(false);
    expect(isValid({ cents: Number.MIN_SAFE_INTEGER - 1, day: 31 })).toBe(false);
    expect(isValid({ cents: 1, day: 32 })).toBe(false);
  });
});
