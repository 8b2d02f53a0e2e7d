import type { TObject } from '@inning/sdk';
import { CANARY } from '@inning/sdk/testing';
import { mapSecrets } from '../../../host/settings/secret-fields.ts';
import { createSchemaCompiler } from '../../../host/settings/settings-schema.ts';
import type { Workbench } from './open-workbench.ts';

const compiler = createSchemaCompiler();

/** The settings of the examples, with defaults, and with a canary in place of every secret. */
export function settingsOf({ description, examples }: Workbench): unknown {
  const schema = description.settings as unknown as TObject;
  const filled = compiler.compile(schema).fill(examples.settings ?? {});
  return mapSecrets(schema, filled, () => CANARY);
}

/** A config with the defaults of its schema, and what is wrong with it. */
export function configOf(schema: Readonly<Record<string, unknown>>, config: object) {
  const compiled = compiler.compile(schema as unknown as TObject);
  const filled = compiled.fill(config as Record<string, unknown>);
  return { config: filled, problems: compiled.problems(filled) };
}
