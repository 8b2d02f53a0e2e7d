import type { TObject } from '@inning/sdk';
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Keywords of ours in schemas of settings and nodes; they say how the form shows a field. */
const KEYWORDS = ['editor', 'titles', 'descriptions', 'secret', 'placeholder', 'unit'];

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
  const strict = createAjv({ strictTypes: false, strictTuples: false });
  // A default inside a choice is not filled in, which strict mode would call an error.
  const filler = createAjv({ strict: false, useDefaults: true });
  const compiled = new WeakMap<TObject, SettingsSchema>();

  function compile(schema: TObject): SettingsSchema {
    // Only to hear of a keyword that nobody knows; a check of values is made when it is needed.
    strict.compile(schema);
    let validate: ValidateFunction | undefined;
    const check = (settings: Settings) => {
      validate ??= filler.compile(schema);
      const copy = structuredClone(settings) as Record<string, unknown>;
      validate(copy);
      return { copy, errors: validate.errors ?? [] };
    };
    return {
      fill: (settings) => check(settings).copy,
      problems: (settings) => check(settings).errors.map(problemOf),
    };
  }

  return {
    compile(schema) {
      const known = compiled.get(schema) ?? compile(schema);
      compiled.set(schema, known);
      return known;
    },
  };
}

function createAjv(options: Options): Ajv {
  // Making the check faster takes longer than all the checks that will ever be done with it.
  const ajv = new Ajv({ allErrors: true, code: { optimize: false }, ...options });
  for (const keyword of KEYWORDS) ajv.addKeyword({ keyword, valid: true });
  addFormats.default(ajv);
  return ajv;
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
