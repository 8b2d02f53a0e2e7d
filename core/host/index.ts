export { createHost, type Host, type HostDeps } from './create-host.ts';
export { discoverPlugins, type Discovery, type FoundPlugin } from './boot/discover-plugins.ts';
export * from './host.errors.ts';
export {
  loadPlugins,
  type LoadOptions,
  readSdkVersion,
  setUpPlugins,
} from './boot/load-plugins.ts';
export type { PluginState } from './settings/compute-state.ts';
export type { PluginSettings } from './settings/plugin-settings.ts';
export { credentialSignIns, credentialTokens } from './credentials/credential-token.model.ts';
export { pluginStates } from './state/plugin-state.model.ts';
export { type PluginLookup, type PluginUse, usesOf } from './plugin-use.ts';
export { loadPlugin } from './boot/load-plugin.ts';
export { checkCredentials } from './credentials/check-credentials.ts';
export * from './credentials/credentials.errors.ts';
export * from './state/state.errors.ts';
export { installationPlugins, pluginSettings } from './settings/plugin-settings.model.ts';
export type { Countries } from './countries.ts';
export type { HostToolsFor } from './plugin-tools.ts';
export type { OpenPort, Ports } from './ports.ts';
export * from './installed/index.ts';
export { fixedRegistries } from './registries.ts';
export type { LiveRegistries, NodeRegistry, PortProvider, Registries } from './registries.ts';
