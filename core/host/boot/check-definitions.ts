import { isPortName } from '@inning/sdk';
import { checkNode } from './check-node.ts';
import type { Definitions } from './collect-definitions.ts';
import type { PluginProblem } from './plugin-problem.ts';
import type { SchemaCompiler } from '../settings/settings-schema.ts';

/** What is wrong with what one plugin added. */
export function checkDefinitions(
  pluginId: string,
  definitions: Definitions,
  compiler: SchemaCompiler,
): PluginProblem[] {
  const problems = [
    ...definitions.nodes.flatMap((node) => checkNode(node, pluginId, compiler)),
    ...definitions.countries
      .filter(({ code }) => !/^[A-Z]{2}$/.test(code))
      .map(({ code }) => `country "${code}" is not two capital letters`),
    ...definitions.commands
      .filter(({ name }) => !/^[a-z][a-z-]*$/.test(name))
      .map(({ name }) => `command "${name}" is not lower-case words with hyphens`),
    ...definitions.texts
      .flatMap((texts) => Object.keys(texts))
      .filter((code) => !code.startsWith(`${pluginId}.`))
      .map((code) => `text "${code}" must start with "${pluginId}."`),
    ...definitions.ports
      .filter(({ name }) => !isPortName(name))
      .map(({ name }) => `provides port "${name}", which does not exist`),
  ];
  return problems.map((problem) => ({ plugin: pluginId, problem }));
}

/** Names that two plugins, or one plugin twice, gave to different things. */
export function checkUniqueNames(all: ReadonlyMap<string, Definitions>): PluginProblem[] {
  const named = (kind: string, names: (definitions: Definitions) => readonly string[]) => {
    const owners = [...all].flatMap(([plugin, definitions]) =>
      names(definitions).map((name) => ({ plugin, name })),
    );
    return [...Map.groupBy(owners, ({ name }) => name)].flatMap(([name, those]) =>
      those.slice(1).map(({ plugin }) => ({
        plugin,
        problem: `${kind} "${name}" is already there, from plugin ${those[0]?.plugin}`,
      })),
    );
  };
  return [
    ...named('node', ({ nodes }) => nodes.map(({ id }) => id)),
    ...named('country', ({ countries }) => countries.map(({ code }) => code)),
    ...named('command', ({ commands }) => commands.map(({ name }) => name)),
    ...named('text', ({ texts }) => texts.flatMap((one) => Object.keys(one))),
  ];
}
