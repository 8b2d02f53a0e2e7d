import { catalogueEntry, type NodeDefinition, type PortName } from '@inning/sdk';
import type { LoadedPlugin, NodeRegistry, PortProvider, Registries } from '../registries.ts';
import type { OpenedPackage } from './packages/opened-package.ts';

/** One plugin of an agency: what it uses for new work, and what older steps still need. */
export type InstalledHere = {
  readonly current: OpenedPackage;
  /** Newest first. */
  readonly kept: readonly OpenedPackage[];
};

/** Everything of the platform, and what one agency installed beside it. */
export function agencyRegistries(
  base: Registries,
  installed: readonly InstalledHere[],
): Registries {
  if (installed.length === 0) return base;
  const current = installed.map((one) => one.current);
  const ports = current.flatMap((one) => one.ports);
  const plugins = new Map(base.plugins);
  for (const one of installed) plugins.set(one.current.pluginId, pluginOf(one));

  return Object.freeze({
    ...base,
    plugins,
    nodes: withInstalled(base.nodes, installed),
    listeners: [...base.listeners, ...current.flatMap((one) => one.listeners)],
    texts: Object.assign({}, ...current.map((one) => one.texts), base.texts),
    port: <Name extends PortName>(name: Name) => [
      ...base.port(name),
      ...(ports.filter((port) => port.name === name) as unknown as PortProvider<Name>[]),
    ],
  });
}

/** What older versions that still work were granted stays granted. */
function pluginOf({ current: { plugin }, kept }: InstalledHere): LoadedPlugin {
  if (kept.length === 0) return plugin;
  const older = kept.map((one) => one.plugin.definition);
  const { definition } = plugin;
  const all = [definition, ...older];
  const hosts = [...new Set(all.flatMap(({ permissions }) => permissions?.hosts ?? []))];
  const credentials = Object.assign({}, ...all.toReversed().map((one) => one.credentials ?? {}));
  const permissions = { ...definition.permissions, hosts };
  return { ...plugin, definition: { ...definition, permissions, credentials } };
}

function withInstalled(base: NodeRegistry, installed: readonly InstalledHere[]): NodeRegistry {
  const newest = new Map<string, NodeDefinition>();
  const byVersion = new Map<string, NodeDefinition>();
  for (const { current, kept } of installed) {
    for (const node of current.nodes) newest.set(node.id, node);
    for (const node of [current, ...kept].flatMap((one) => one.nodes)) {
      const key = `${node.id}@${node.version}`;
      if (!byVersion.has(key)) byVersion.set(key, node);
    }
  }
  const entries = new Map([...newest].map(([id, node]) => [id, catalogueEntry(node)]));

  return {
    find: (id, version) =>
      base.find(id, version) ??
      (version === undefined ? newest.get(id) : byVersion.get(`${id}@${version}`)) ??
      null,
    all: () => [...base.all(), ...newest.values()],
    catalogue: {
      find: (id) => base.catalogue.find(id) ?? entries.get(id) ?? null,
      all: () => [...base.catalogue.all(), ...entries.values()],
    },
  };
}
