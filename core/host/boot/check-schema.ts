import type { TObject } from '@inning/sdk';
import { findMisplacedSecrets } from '../settings/secret-fields.ts';
import { isMissing, type SchemaCompiler } from '../settings/settings-schema.ts';

/** What is wrong with a schema of settings or of a node, in words; empty when it is sound. */
export function checkSchema(schema: TObject, compiler: SchemaCompiler): string[] {
  if (typeof schema !== 'object' || schema === null || schema.type !== 'object') {
    return ['is not an object schema'];
  }
  try {
    // A field without a default may be left open; a default that its own rule refuses may not.
    const compiled = compiler.compile(schema);
    const problems = hasDefaults(schema) ? compiled.problems({}) : [];
    const wrong = problems.filter((problem) => !isMissing(problem));
    return [
      ...wrong.map(({ field, problem }) => `the default of "${field}" ${problem}`),
      ...findMisplacedSecrets(schema).map((field) => `"${field}" is a secret but not a text`),
    ];
  } catch (error) {
    return [`is not a valid schema: ${error instanceof Error ? error.message : String(error)}`];
  }
}

const hasDefaults = (schema: TObject) => JSON.stringify(schema).includes('"default":');
