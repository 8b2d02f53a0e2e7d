import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

describe('parseJson', () => {
  it('reads whatever JSON.stringify writes, as long as its keys are harmless', () => {
    const harmless = fc.string().filter((key) => !/__proto__|constructor|prototype|\0/.test(key));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(harmless, tie('tree'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'the same key twice'],
    ['{"a":1,"\\u0061":2}', 'the same key twice'],
    ['[{"x":{"b":[],"b" :{}}}]', 'the same key twice'],
    ['{"__proto__":{"isAdmin":true}}', '__proto__'],
    ['{"a":{"\\u005f_proto__":1}}', '__proto__'],
    ['{"constructor":{"prototype":{}}}', 'constructor'],
    ['{"a\\u0000b":1}', 'null character'],
    [`${'['.repeat(101)}${']'.repeat(101)}`, 'nested'],
    ['{"a":1', 'rules of JSON'],
    ["{'a':1}", 'rules of JSON'],
  ])('refuses %s', (text, why) => {
    expect(() => parse(text)).toThrow(why);
  });

  it('takes the same key in different objects, and a text that looks like a key', () => {
    const text = '[{"a":"\\"b\\": "},{"a":"a"},{"b":{"a":"\\\\"}}]';

    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('refuses bytes that are not UTF-8, and never repeats what was sent', () => {
    expect(() => parseJson(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))).toThrow('not UTF-8');
    expect(() => parse('{"name": Jansen}')).not.toThrow(/Jansen/);
  });
});
