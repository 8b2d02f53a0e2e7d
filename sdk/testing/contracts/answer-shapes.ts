import { type TSchema, Type } from 'typebox';

export const Text = Type.String({ minLength: 1 });
export const Cents = Type.Integer();
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Moment = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$',
});
export const OrNull = (schema: TSchema) => Type.Union([schema, Type.Null()]);
export const OneOf = (...words: readonly string[]) => Type.Enum([...words]);
export const File = Type.Object({ name: Text, mediaType: Text, base64: Text });
