import type { PluginDefinition, TObject } from '@inning/sdk';
import type { PluginManifest } from '@inning/sdk/package';
import { readPackage } from '../../../packages/index.ts';
import { checkDefinitions } from '../../boot/check-definitions.ts';
import { checkSchema } from '../../boot/check-schema.ts';
import { loadPlugin } from '../../boot/load-plugin.ts';
import { checkCredentials } from '../../credentials/check-credentials.ts';
import type { PluginListener } from '../../registries.ts';
import type { SchemaCompiler } from '../../settings/settings-schema.ts';
import { checkForeignSchema } from '../check-foreign-schema.ts';
import { PackageUnusableError } from '../installed.errors.ts';
import type { OpenedPackage } from './opened-package.ts';
import type { PluginPackageRow } from './plugin-packages.model.ts';
import type { SandboxedDefinitions } from '../sandboxed-definitions.ts';

export type OpenDeps = {
  readonly compiler: SchemaCompiler;
  readonly sandboxed: SandboxedDefinitions;
};

/** Makes definitions of a stored package; whatever they do happens in the sandbox. */
export function createPackageOpener({ compiler, sandboxed }: OpenDeps) {
  return (row: PluginPackageRow): OpenedPackage => {
    const { code, manifest, manifestSha256 } = readOrRefuse(row);
    const { plugin } = manifest;
    const pluginId = plugin.id;
    const ports = plugin.ports.map((name) => ({
      pluginId,
      name,
      factory: sandboxed.port(name, code),
    }));
    const listeners = plugin.listeners.map((name, index) => ({
      pluginId,
      name: name as PluginListener['name'],
      listener: sandboxed.listener(index, code),
    }));
    const definition = definitionOf(plugin as never);
    return {
      pluginId,
      version: plugin.version,
      sha256: row.sha256,
      manifest,
      publisherKeyId: row.publisherKeyId ?? null,
      contents: [manifestSha256, code.sha256, row.sha256],
      plugin: loadPlugin(definition, { kind: ports.length > 0 ? 'connector' : 'plugin', compiler }),
      nodes: sandboxed.nodes(plugin, code),
      ports,
      listeners,
      texts: plugin.texts as OpenedPackage['texts'],
    };
  };
}

/** What is dangerous in its schemas. To be asked before anything is made of them. */
export function checkSchemas({ plugin }: PluginManifest): string[] {
  const schemas: [string, unknown][] = [
    ['its settings', plugin.settings],
    ...plugin.nodes.map((node): [string, unknown] => [`node ${node.id}`, node.config]),
  ];
  return schemas.flatMap(([where, schema]) => {
    const problem = checkForeignSchema(schema);
    return problem === null ? [] : [`${where}: the schema ${problem}`];
  });
}

/** What keeps a package from being used here; empty when nothing does. */
export function checkOpened(opened: OpenedPackage, compiler: SchemaCompiler): string[] {
  const { manifest, pluginId, nodes, ports, listeners, texts, plugin } = opened;
  const added = {
    nodes: [...nodes],
    ports: [...ports],
    listeners: [...listeners],
    texts: [texts],
    countries: [],
    commands: [],
    routes: [],
  };
  return [
    ...checkCredentials({ ...plugin.definition, settings: manifest.plugin.settings as never }),
    ...checkSchema(plugin.definition.settings, compiler).map((text) => `its settings: ${text}`),
    ...checkDefinitions(pluginId, added, compiler).map(({ problem }) => problem),
  ];
}

function readOrRefuse(row: PluginPackageRow) {
  try {
    // The driver gives bytes wrapped in its own type.
    const { buffer } = row.bytes as unknown as { buffer: Uint8Array };
    const bytes = Buffer.isBuffer(row.bytes) ? (row.bytes as Uint8Array) : buffer;
    return readPackage(new Uint8Array(bytes));
  } catch (cause) {
    throw new PackageUnusableError(row.pluginId, row.version, { cause });
  }
}

type Described = Omit<PluginDefinition, 'setup' | 'settings'> & { readonly settings: TObject };

function definitionOf(plugin: Described): PluginDefinition {
  const { id, version, sdk, title, description, settings, permissions, credentials } = plugin;
  return {
    id,
    version,
    sdk,
    title,
    description,
    settings,
    ...(permissions ? { permissions } : {}),
    ...(credentials ? { credentials } : {}),
    setup: () => undefined,
  };
}
