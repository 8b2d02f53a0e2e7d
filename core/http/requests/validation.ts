import { Ajv, type Options, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import { tightenSchema } from './tighten-schema.ts';

/** Words in our schemas that are for the designer or the documentation and check nothing. */
const ANNOTATIONS = ['editor', 'titles', 'descriptions', 'example', 'placeholder', 'unit'];

const COMMON: Options = {
  removeAdditional: false,
  useDefaults: true,
  allErrors: false, // The first error is enough; collecting all costs time that an attacker chooses.
  strict: true,
  strictTypes: false,
  strictRequired: false,
  strictTuples: false,
  // A length is what the database counts, UTF-16 units: a name it would refuse is refused here first.
  unicode: false,
  logger: false, // Only to not be told at every start that the line above is an old option.
  verbose: true, // For the allowed values in the message; the given value is never repeated.
};

/**
 * Compiles TypeBox schemas. A body is taken exactly as it is; in an address everything is text, so there
 * `limit=50` becomes a number when the schema says so, and one value may stand for a list of one.
 */
export function createSchemaCompiler(): FastifySchemaCompiler<unknown> {
  const exact = createAjv({ coerceTypes: false });
  const fromText = createAjv({ coerceTypes: 'array' });

  return ({ schema, httpPart }) => {
    if (httpPart === 'body') return onFirstUse(() => exact.compile(tight(schema)));
    if (httpPart === 'querystring') return onFirstUse(() => fromText.compile(tight(schema)));
    return onFirstUse(() => fromText.compile(schema as object));
  };
}

const tight = (schema: unknown) => tightenSchema(schema) as object;

/** Compiling the schemas of all routes takes half a second, which a start would rather not. */
function onFirstUse(compile: () => ValidateFunction) {
  let compiled: ValidateFunction | null = null;
  const validate = (value: unknown): boolean => {
    compiled ??= compile();
    const isValid = compiled(value) === true;
    validate.errors = compiled.errors ?? null;
    return isValid;
  };
  validate.errors = null as NonNullable<ValidateFunction['errors']> | null;
  return validate;
}

function createAjv(options: Options): Ajv {
  const ajv = new Ajv({ ...COMMON, ...options });
  addFormats.default(ajv);
  ajv.addVocabulary(ANNOTATIONS);
  return ajv;
}
