import type { PluginDefinition } from '@inning/sdk';
import { satisfies, valid, validRange } from 'semver';
import { checkCredentials } from '../credentials/check-credentials.ts';
import { checkSchema } from './check-schema.ts';
import type { FoundPlugin } from './discover-plugins.ts';
import { KEBAB_CASE, type PluginProblem } from './plugin-problem.ts';
import type { SchemaCompiler } from '../settings/settings-schema.ts';

export type CheckTools = { readonly sdkVersion: string; readonly compiler: SchemaCompiler };

/** What is wrong with what a plugin says of itself, before it is set up. */
export function checkPlugin(found: FoundPlugin, tools: CheckTools): PluginProblem[] {
  const { definition, folder } = found;
  const problems = [
    ...checkId(found),
    ...checkVersions(definition, tools.sdkVersion),
    ...checkWords(definition),
    ...checkSchema(definition.settings, tools.compiler).map((text) => `its settings: ${text}`),
    ...checkCredentials(definition),
    ...(typeof definition.setup === 'function' ? [] : ['has no setup function']),
  ];
  return problems.map((problem) => ({ plugin: folder, problem }));
}

/** Two plugins with one id: neither can be trusted to be the right one. */
export function checkUniqueIds(found: readonly FoundPlugin[]): PluginProblem[] {
  const byId = Map.groupBy(found, ({ definition }) => definition.id);
  return [...byId].flatMap(([id, those]) =>
    those.length < 2
      ? []
      : [{ plugin: id, problem: `${those.length} plugins have this id; an id is of one plugin` }],
  );
}

function checkId({ definition: { id }, folder, kind }: FoundPlugin): string[] {
  if (typeof id !== 'string' || !KEBAB_CASE.test(id)) {
    return [`its id is "${String(id)}"; an id is lower-case words with hyphens`];
  }
  return [
    ...(id === folder ? [] : [`its id is "${id}", and must be the name of its folder`]),
    ...(kind === 'connector' && !id.includes('-')
      ? [`its id is "${id}"; that of a connector is a kind and a system, such as mail-smtp`]
      : []),
  ];
}

function checkVersions({ version, sdk }: PluginDefinition, sdkVersion: string): string[] {
  const problems: string[] = [];
  if (!valid(version)) problems.push(`its version "${version}" is not one such as 1.0.0`);
  if (!validRange(sdk)) problems.push(`its SDK range "${sdk}" is not one such as ^${sdkVersion}`);
  else if (!satisfies(sdkVersion, sdk)) {
    problems.push(`is made for SDK ${sdk}, and this is SDK ${sdkVersion}`);
  }
  return problems;
}

function checkWords({ title, description }: PluginDefinition): string[] {
  return [
    ...(title?.en ? [] : ['has no English title']),
    ...(description?.en ? [] : ['has no English description']),
  ];
}
