import {
  invariant,
  type CliCommand,
  type Country,
  type MessageTexts,
  type NodeDefinition,
  type PluginHost,
  type PluginLog,
  type PluginRoutes,
} from '@inning/sdk';
import type { PluginListener, PortProvider } from '../registries.ts';

/** What one plugin adds while it is set up. */
export type Definitions = {
  readonly nodes: NodeDefinition[];
  readonly countries: Country[];
  readonly commands: CliCommand[];
  readonly texts: MessageTexts[];
  readonly routes: PluginRoutes[];
  readonly listeners: PluginListener[];
  readonly ports: (PortProvider & { readonly name: string })[];
};

export type Collector = {
  readonly definitions: Definitions;
  readonly host: PluginHost;
  /** After this the plugin can add nothing more. */
  freeze(): void;
};

/** The host as one plugin sees it during `setup`. */
export function createCollector(
  pluginId: string,
  own: { readonly dataDir: string; readonly log: PluginLog },
): Collector {
  const definitions: Definitions = {
    nodes: [],
    countries: [],
    commands: [],
    texts: [],
    routes: [],
    listeners: [],
    ports: [],
  };
  let isFrozen = false;
  const into = <Definition>(list: Definition[]) => ({
    add(definition: Definition) {
      invariant(!isFrozen, `plugin ${pluginId} adds to the host after its setup`);
      list.push(definition);
    },
  });
  const ports = into(definitions.ports);
  const listeners = into(definitions.listeners);
  const nodes = into(definitions.nodes);

  const host: PluginHost = {
    actions: nodes,
    conditions: nodes,
    waits: nodes,
    groups: nodes,
    triggers: nodes,
    countries: into(definitions.countries),
    commands: into(definitions.commands),
    texts: into(definitions.texts),
    routes: into(definitions.routes).add,
    ports: {
      provide: (name, factory) =>
        ports.add({ pluginId, name, factory: factory as PortProvider['factory'] }),
    },
    events: {
      on: (name, listener) =>
        listeners.add({ pluginId, name, listener: listener as PluginListener['listener'] }),
    },
    ...own,
  };
  return { definitions, host, freeze: () => void (isFrozen = true) };
}
