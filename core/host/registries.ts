import type {
  CatalogueEntry,
  CliCommand,
  Country,
  EventListener,
  EventName,
  MessageTexts,
  NodeDefinition,
  PluginDefinition,
  PluginRoutes,
  PortFactory,
  PortName,
} from '@inning/sdk';
import type { SettingsSchema } from './settings/settings-schema.ts';

/** Everything the plugins brought; a set of them never changes once it was checked. */
export type Registries = {
  /** In the order in which they were set up. */
  readonly plugins: ReadonlyMap<string, LoadedPlugin>;
  readonly nodes: NodeRegistry;
  readonly countries: {
    find(code: string): Country | null;
    all(): readonly Country[];
    /** The plugin that brings it. */
    ownerOf(code: string): string | null;
  };
  readonly listeners: readonly PluginListener[];
  readonly routes: readonly { readonly pluginId: string; readonly routes: PluginRoutes }[];
  readonly commands: readonly { readonly pluginId: string; readonly command: CliCommand }[];
  readonly texts: MessageTexts;
  port<Name extends PortName>(name: Name): readonly PortProvider<Name>[];
};

/** What each agency has: the plugins of the platform, and what it installed itself. */
export type LiveRegistries = {
  /** Makes what follows at most half a second old; ask once per request or batch. */
  refresh(): Promise<void>;
  /** Null is the platform without any agency. */
  of(agencyId: string | null): Registries;
  /** Raised by every change; what was derived before is out of date. */
  readonly revision: number;
};

export const fixedRegistries = (registries: Registries): LiveRegistries => ({
  refresh: async () => undefined,
  of: () => registries,
  revision: 0,
});

export type LoadedPlugin = {
  /** With its credentials as a group of its settings. */
  readonly definition: PluginDefinition;
  readonly kind: 'plugin' | 'connector';
  readonly schema: SettingsSchema;
};

export type NodeRegistry = {
  /**
   * The node type of that id: the version that is asked for, else the newest. Null when no plugin
   * brings it.
   */
  find(id: string, version?: number): NodeDefinition | null;
  all(): readonly NodeDefinition[];
  /** The same types as data, for screens and for checks of flows. */
  readonly catalogue: {
    find(id: string): CatalogueEntry | null;
    all(): readonly CatalogueEntry[];
  };
};

export type PortProvider<Name extends PortName = PortName> = {
  readonly pluginId: string;
  readonly factory: PortFactory<Name, unknown>;
};

export type PluginListener<Name extends EventName = EventName> = {
  readonly pluginId: string;
  readonly name: Name;
  readonly listener: EventListener<Name>;
};
