import { Type } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import { closeObjects } from './close-objects.ts';

describe('closeObjects', () => {
  it('closes objects in objects, lists and choices, and leaves the given schema alone', () => {
    const schema = Type.Object({
      lines: Type.Array(Type.Object({ cents: Type.Integer() })),
      to: Type.Union([Type.Object({ id: Type.String() }), Type.Null()]),
    });

    expect(closeObjects(schema)).toMatchObject({
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

    expect(closeObjects(open)).toMatchObject({ additionalProperties: true });
    expect(closeObjects(Type.Record(Type.String(), Type.Unknown()))).not.toHaveProperty(
      'additionalProperties',
      false,
    );
  });
});
