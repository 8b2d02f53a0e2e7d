import type { PluginDefinition } from '@inning/sdk';
import { withCredentials } from '../credentials/credentials-schema.ts';
import type { LoadedPlugin } from '../registries.ts';
import type { SchemaCompiler } from '../settings/settings-schema.ts';

type LoadTools = { readonly kind: LoadedPlugin['kind']; readonly compiler: SchemaCompiler };

/** A plugin as registries hold it: with its credentials among its settings, and a check of both. */
export function loadPlugin(
  definition: PluginDefinition,
  { kind, compiler }: LoadTools,
): LoadedPlugin {
  const whole = withCredentials(definition);
  return { definition: whole, kind, schema: compiler.compile(whole.settings) };
}
