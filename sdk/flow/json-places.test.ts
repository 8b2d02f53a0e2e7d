import { describe, expect, it } from 'vitest';
import { findRepeatedKey, lineOf } from './json-places.ts';

const text = `{
  "nodes": {
    "start": { "type": "a.b", "note": "with \\"start\\": in it" },
    "end": { "type": "c.d" }
  },
  "edges": [
    { "from": "start", "to": "end" },
    { "from": "end",
      "to": "start" }
  ]
}`;

describe('places in a JSON text', () => {
  it('finds the line of a pointer, also in a list, and of a key by its name', () => {
    expect(lineOf(text, '/nodes/end/type')).toBe(4);
    expect(lineOf(text, '/edges/1/to')).toBe(9);
    expect(lineOf(text, '/edges/1')).toBe(7);
    expect(lineOf(text, 'note')).toBe(3);
    expect(lineOf(text, '/nowhere')).toBeNull();
  });

  it('finds a key that stands twice in one object, however it is written', () => {
    expect(findRepeatedKey(text)).toBeNull();
    const twice = '{"nodes": {"a": 1,\n "b": 2,\n "\\u0061": 3}}';
    expect(findRepeatedKey(twice)).toEqual({ path: '/nodes/a', line: 3 });
    expect(findRepeatedKey('[{"a": 1}, {"a": 2}]')).toBeNull();
  });

  it('is not troubled by what is nested without end', () => {
    expect(findRepeatedKey(`${'['.repeat(300_000)}${']'.repeat(300_000)}`)).toBeNull();
  });
});
