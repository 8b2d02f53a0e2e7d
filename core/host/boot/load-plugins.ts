import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PluginLog, PortName } from '@inning/sdk';
import { checkDefinitions, checkUniqueNames } from './check-definitions.ts';
import { checkPlugin, checkUniqueIds } from './check-plugin.ts';
import { createCollector, type Definitions } from './collect-definitions.ts';
import { discoverPlugins, type Discovery, type FoundPlugin } from './discover-plugins.ts';
import { PluginsInvalidError } from '../host.errors.ts';
import { createNodeRegistry } from './node-registry.ts';
import { orderPlugins } from './order-plugins.ts';
import type { PluginProblem } from './plugin-problem.ts';
import { loadPlugin } from './load-plugin.ts';
import type { LoadedPlugin, PortProvider, Registries } from '../registries.ts';
import { createSchemaCompiler, type SchemaCompiler } from '../settings/settings-schema.ts';

export type LoadOptions = {
  readonly projectDir: string;
  /** Ids of the plugins that are switched on; null is everything that lies in the folders. */
  readonly switchedOn: readonly string[] | null;
  /** Each plugin gets a folder of its own in here. */
  readonly dataDir: string;
  readonly log: PluginLog;
};

/**
 * Reads, checks and sets up the plugins, in the order they need each other. Needs no database.
 * Throws PluginsInvalidError with every problem of every plugin.
 */
export async function loadPlugins(options: LoadOptions): Promise<Registries> {
  const discovery = await discoverPlugins(options.projectDir, options.switchedOn);
  return setUpPlugins(discovery, {
    ...options,
    sdkVersion: await readSdkVersion(options.projectDir),
  });
}

/** The version of the SDK that this installation has. */
export async function readSdkVersion(projectDir: string): Promise<string> {
  const text = await readFile(join(projectDir, 'sdk', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

export type SetUpOptions = {
  readonly sdkVersion: string;
  readonly dataDir: string;
  readonly log: PluginLog;
};

/** As `loadPlugins`, for plugins that were read already. */
export function setUpPlugins(discovery: Discovery, options: SetUpOptions): Registries {
  const compiler = createSchemaCompiler();
  const tools = { sdkVersion: options.sdkVersion, compiler };
  const order = orderPlugins(discovery.found);
  const manifests = discovery.found.flatMap((found) => checkPlugin(found, tools));
  const problems = [
    ...discovery.problems,
    ...checkUniqueIds(discovery.found),
    ...manifests,
    ...order.problems,
  ];

  // A plugin that is sound in itself is set up, so that its own problems are told as well.
  const broken = new Set(manifests.map(({ plugin }) => plugin));
  const sound = order.ordered.filter(({ folder }) => !broken.has(folder));
  const definitions = new Map<string, Definitions>();
  for (const found of sound) {
    const result = setUp(found, options);
    if ('problem' in result) problems.push(result);
    else definitions.set(found.definition.id, result);
  }
  for (const [id, its] of definitions) problems.push(...checkDefinitions(id, its, compiler));
  problems.push(...checkUniqueNames(definitions));

  if (problems.length > 0) throw new PluginsInvalidError(problems);
  return assemble(sound, definitions, compiler);
}

function setUp({ definition }: FoundPlugin, options: SetUpOptions): Definitions | PluginProblem {
  const { id } = definition;
  const own = { dataDir: join(options.dataDir, 'plugins', id), log: options.log };
  const collector = createCollector(id, own);
  try {
    definition.setup(collector.host as Parameters<typeof definition.setup>[0]);
    return collector.definitions;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { plugin: id, problem: `its setup failed: ${reason}` };
  } finally {
    collector.freeze();
  }
}

function assemble(
  plugins: readonly FoundPlugin[],
  definitions: ReadonlyMap<string, Definitions>,
  compiler: SchemaCompiler,
): Registries {
  const all = [...definitions].map(([pluginId, its]) => ({ pluginId, ...its }));
  const loaded = plugins.map(({ definition, kind }): [string, LoadedPlugin] => [
    definition.id,
    loadPlugin(definition, { kind, compiler }),
  ]);
  const ports = all.flatMap((its) => its.ports);
  const countries = all.flatMap((its) => its.countries);
  const ownerOf = (code: string) =>
    all.find((its) => its.countries.some((country) => country.code === code))?.pluginId ?? null;

  return Object.freeze({
    plugins: new Map(loaded),
    nodes: createNodeRegistry(all.flatMap((its) => its.nodes)),
    countries: {
      find: (code: string) => countries.find((country) => country.code === code) ?? null,
      all: () => countries,
      ownerOf,
    },
    listeners: Object.freeze(all.flatMap((its) => its.listeners)),
    routes: Object.freeze(
      all.flatMap(({ pluginId, routes }) => routes.map((one) => ({ pluginId, routes: one }))),
    ),
    commands: Object.freeze(
      all.flatMap(({ pluginId, commands }) => commands.map((command) => ({ pluginId, command }))),
    ),
    texts: Object.freeze(Object.assign({}, ...all.flatMap((its) => its.texts))),
    port: <Name extends PortName>(name: Name) =>
      ports.filter((port) => port.name === name) as unknown as PortProvider<Name>[],
  });
}
