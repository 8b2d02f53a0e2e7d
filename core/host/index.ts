export { createHost, type Host, type HostDeps } from './create-host.ts';
export { discoverPlugins, type Discovery, type FoundPlugin } from './boot/discover-plugins.ts';
export * from './host.errors.ts';
export { loadPlugins, type LoadOptions, setUpPlugins } from './boot/load-plugins.ts';
export type { PluginState } from './settings/compute-state.ts';
export type { PluginSettings } from './settings/plugin-settings.ts';
export { installationPlugins, pluginSettings } from './settings/plugin-settings.model.ts';
export type { OpenPort, Ports } from './ports.ts';
export type { NodeRegistry, PortProvider, Registries } from './registries.ts';
