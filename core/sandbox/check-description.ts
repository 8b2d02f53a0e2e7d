import { type PluginDescription, PluginDescriptionSchema } from '@inning/sdk/package';
import { Ajv } from 'ajv';
import { SandboxAnswerInvalidError } from './sandbox.errors.ts';

const check = new Ajv({ strict: false }).compile<PluginDescription>(PluginDescriptionSchema);

/** Throws `SandboxAnswerInvalidError` when a plugin describes itself in a way nobody can read. */
export function checkDescription(plugin: string, given: unknown): PluginDescription {
  if (check(given)) return given;
  const [first] = check.errors ?? [];
  const where = `${first?.instancePath || 'it'} ${first?.message ?? 'is wrong'}`;
  throw new SandboxAnswerInvalidError(`The plugin ${plugin} describes itself wrongly: ${where}.`, {
    plugin,
  });
}
