import { type Static, Type } from '@inning/sdk';
import { Compile } from 'typebox/compile';
import { TemplateInvalidError } from '../documents.errors.ts';

/** What stands beside a template in its `.meta.json`. */
export const TemplateMetaSchema = Type.Object(
  {
    title: Type.String({
      minLength: 1,
      description: 'Name in lists, in the language of the folder',
    }),
    subject: Type.String({ minLength: 1, description: 'Subject line, with merge fields' }),
    stage: Type.Integer({ minimum: 1, maximum: 3, description: 'First, second or last reminder' }),
    variables: Type.Array(Type.String(), {
      description: 'Merge fields it uses, in alphabetical order',
    }),
  },
  { additionalProperties: false },
);
export type TemplateMeta = Static<typeof TemplateMetaSchema>;

const validator = Compile(TemplateMetaSchema);

export function parseTemplateMeta(file: string, source: string): TemplateMeta {
  let meta: unknown;
  try {
    meta = JSON.parse(source);
  } catch (cause) {
    throw new TemplateInvalidError(file, 'is not JSON', { cause });
  }
  if (validator.Check(meta)) return meta;
  const [problem] = validator.Errors(meta);
  throw new TemplateInvalidError(
    file,
    `${problem?.instancePath ?? ''} ${problem?.message ?? ''}`.trim(),
  );
}
