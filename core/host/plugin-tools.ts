import {
  type Clock,
  HttpRefusedError,
  type PluginLog,
  type PluginScope,
  type PluginTools,
  sayMessage,
} from '@inning/sdk';
import type { Registries } from './registries.ts';
import type { PluginSettings } from './settings/plugin-settings.ts';

/** The tools of a plugin for the agency or administration it works for. */
export type HostToolsFor = (pluginId: string, scope: PluginScope) => PluginTools;

export type ToolsDeps = {
  readonly clock: Clock;
  readonly registries: Registries;
  readonly settings: PluginSettings;
  readonly log: PluginLog;
};

/** Tools for plugins that run in the host. */
export function createToolsFor({ clock, registries, settings, log }: ToolsDeps): HostToolsFor {
  const refuse = async (): Promise<never> => {
    throw new HttpRefusedError('This plugin declares no hosts.');
  };
  return (pluginId, scope) => ({
    scope,
    settings: settings.state(pluginId, scope).settings,
    clock,
    log,
    http: { request: refuse },
    state: { get: refuse, set: refuse, delete: refuse },
    translate: (said, locale) => sayMessage(registries.texts, said, locale),
  });
}
