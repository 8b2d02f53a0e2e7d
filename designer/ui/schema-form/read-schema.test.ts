import { Type } from '@inning/sdk';
import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  choiceTitle,
  emptyValue,
  type FieldSchema,
  fieldTitle,
  kindOf,
  optionOf,
} from './read-schema.ts';

const plain = (schema: object) => JSON.parse(JSON.stringify(schema)) as FieldSchema;
const Anchor = Type.Union([
  Type.Object({
    from: Type.Union([Type.Literal('due-date'), Type.Literal('invoice-date')]),
    days: Type.Integer({ default: 14 }),
  }),
  Type.Object({ from: Type.Literal('step'), step: Type.String(), days: Type.Integer() }),
]);

describe('what a schema asks for', () => {
  it.each([
    [Type.String(), 'text'],
    [Type.String({ editor: 'multiline' }), 'lines'],
    [Type.String({ secret: true }), 'secret'],
    [Type.Number(), 'number'],
    [Type.Boolean(), 'yes-no'],
    [Type.Union([Type.Literal('a'), Type.Literal('b')]), 'choice'],
    [Type.Union([Type.Integer(), Type.Null()]), 'number'],
    [Type.Array(Anchor), 'list'],
    [Anchor, 'either'],
    [Type.Object({ a: Type.String() }), 'group'],
    [Type.Unknown(), 'json'],
  ])('%j is edited as %s', (schema, kind) => {
    expect(kindOf(plain(schema))).toBe(kind);
  });

  it('finds the option that a value belongs to', () => {
    const schema = plain(Anchor);
    expect(optionOf(schema, { from: 'due-date', days: 3 })).toBe(0);
    expect(optionOf(schema, { from: 'step', step: 'mail', days: 3 })).toBe(1);
    expect(optionOf(schema, null)).toBe(0);
  });

  it('makes an empty value that the schema may take', () => {
    expect(emptyValue(plain(Anchor))).toEqual({ from: 'due-date', days: 14 });
    expect(choicesOf(plain(Type.Union([Type.Literal('a')])))).toEqual(['a']);
  });

  it('names a choice in the language of the reader, when the schema does', () => {
    const now = Type.Literal('now', { titles: { nl: 'meteen', en: 'at once' } });
    const schema = plain(Type.Union([now, Type.Literal('later')]));
    expect(choiceTitle(schema, 'now', 'nl')).toBe('meteen');
    expect(choiceTitle(schema, 'now', 'de')).toBe('at once');
    expect(choiceTitle(schema, 'later', 'nl')).toBeUndefined();
  });

  it('names a field in the language of the reader', () => {
    expect(fieldTitle('dueInDays', { titles: { nl: 'Over dagen' } }, 'nl')).toBe('Over dagen');
    expect(fieldTitle('dueInDays', { title: 'Due in days' }, 'nl')).toBe('Due in days');
    expect(fieldTitle('dueInDays', {}, 'nl')).toBe('due in days');
  });
});
