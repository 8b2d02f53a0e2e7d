export {
  createInstalledPlugins,
  type InstalledPlugins,
  type InstallingDeps,
} from './create-installed.ts';
export * from './installed.errors.ts';
export { type InstalledPluginView, installedView } from './installed.view.ts';
export { installedTexts } from './installed.texts.ts';
export { type PluginInstall, pluginInstalls } from './plugin-installs.model.ts';
export { pluginPackages } from './packages/plugin-packages.model.ts';
