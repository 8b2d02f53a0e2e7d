import type { TObject } from '@inning/sdk';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Keywords of ours in schemas of settings and nodes; they say how the form shows a field. */
const KEYWORDS = ['editor', 'secret', 'placeholder', 'unit'];

export type SchemaProblem = { readonly field: string; readonly problem: string };

export type SettingsSchema = {
  /** A copy in which what is missing has its default. */
  fill(settings: Settings): Settings;
  problems(settings: Settings): SchemaProblem[];
};
export type Settings = Readonly<Record<string, unknown>>;

/** Makes checks from schemas; one per process, since compiling is what costs. */
export type SchemaCompiler = {
  /** Throws when the schema itself is wrong. */
  compile(schema: TObject): SettingsSchema;
};

export function createSchemaCompiler(): SchemaCompiler {
  const options = { allErrors: true, strictTypes: false, strictTuples: false } as const;
  const filler = new Ajv({ ...options, useDefaults: true });
  for (const keyword of KEYWORDS) filler.addKeyword({ keyword, valid: true });
  addFormats.default(filler);

  return {
    compile(schema) {
      const validate: ValidateFunction = filler.compile(schema);
      const check = (settings: Settings) => {
        const copy = structuredClone(settings) as Record<string, unknown>;
        validate(copy);
        return { copy, errors: validate.errors ?? [] };
      };
      return {
        fill: (settings) => check(settings).copy,
        problems: (settings) => check(settings).errors.map(problemOf),
      };
    },
  };
}

/** True for a field that is simply not there: a default may be missing, a wrong value may not. */
export const isMissing = (problem: SchemaProblem) => problem.problem === MISSING;
const MISSING = 'is missing';

function problemOf(error: ErrorObject): SchemaProblem {
  const path = error.instancePath.split('/').slice(1).join('.');
  const inside = (name: unknown) => [path, String(name)].filter((part) => part !== '').join('.');
  switch (error.keyword) {
    case 'required':
      return { field: inside(error.params['missingProperty']), problem: MISSING };
    case 'additionalProperties':
      return { field: inside(error.params['additionalProperty']), problem: 'does not exist' };
    default:
      return { field: path || '(all)', problem: error.message ?? 'is not valid' };
  }
}
