import type { Listener } from '../events/index.ts';
import type { HostToolsFor } from './plugin-tools.ts';
import type { PluginSettings } from './settings/plugin-settings.ts';
import type { PluginListener, Registries } from './registries.ts';

type ListenerTools = { readonly settings: PluginSettings; readonly toolsFor: HostToolsFor };

/** The listeners of plugins as the dispatcher takes them: only where the plugin is on. */
export function listenersOfPlugins(
  registries: Registries,
  { settings, toolsFor }: ListenerTools,
): Listener[] {
  const counts = new Map<string, number>();
  return registries.listeners.map((one) => {
    const name = `${one.pluginId}#${one.name}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return listenerOf(one, count === 1 ? name : `${name}-${count}`, { settings, toolsFor });
  });
}

function listenerOf(
  one: PluginListener,
  id: string,
  { settings, toolsFor }: ListenerTools,
): Listener {
  return {
    id,
    names: [one.name],
    async isOnFor({ agencyId, administrationId }) {
      await settings.refresh();
      return settings.isOn(one.pluginId, { agencyId, administrationId });
    },
    async handle(events) {
      for (const event of events) {
        await one.listener(event, toolsFor(one.pluginId, event.place));
      }
    },
  };
}
