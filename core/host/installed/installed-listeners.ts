import type { Listener } from '../../events/index.ts';
import type { HostToolsFor } from '../plugin-tools.ts';
import type { LiveRegistries, PluginListener } from '../registries.ts';
import type { PluginSettings } from '../settings/plugin-settings.ts';
import type { OpenedPackage } from './packages/opened-package.ts';

export type InstalledListenersDeps = {
  readonly live: LiveRegistries;
  readonly settings: PluginSettings;
  readonly toolsFor: HostToolsFor;
  /** Every version that is in use somewhere. */
  readonly packages: () => Iterable<OpenedPackage>;
};

/**
 * The listeners of installed plugins as the dispatcher takes them. One stands for the same listener at
 * every agency: each event is heard by the version that its own agency has, and by nobody else's.
 */
export function installedListeners(deps: InstalledListenersDeps): Listener[] {
  const found = new Map<string, Listener>();
  for (const { listeners } of deps.packages()) {
    listeners.forEach((one, index) => {
      const ordinal = listeners.slice(0, index).filter(({ name }) => name === one.name).length;
      const id = `${one.pluginId}#${one.name}${ordinal === 0 ? '' : `-${ordinal + 1}`}`;
      if (!found.has(id)) found.set(id, listenerOf(deps, { ...one, id, ordinal }));
    });
  }
  return [...found.values()];
}

type Which = Pick<PluginListener, 'pluginId' | 'name'> & {
  readonly id: string;
  readonly ordinal: number;
};

function listenerOf(
  deps: InstalledListenersDeps,
  { id, pluginId, name, ordinal }: Which,
): Listener {
  const { live, settings, toolsFor } = deps;
  const at = (agencyId: string) =>
    live
      .of(agencyId)
      .listeners.filter((one) => one.pluginId === pluginId && one.name === name)
      .at(ordinal);

  return {
    id,
    names: [name],
    async isOnFor({ agencyId, administrationId }) {
      await settings.refresh();
      if (!at(agencyId)) return false;
      return settings.isOn(pluginId, { agencyId, administrationId });
    },
    async handle(events) {
      for (const event of events) {
        await at(event.place.agencyId)?.listener(event, toolsFor(pluginId, event.place));
      }
    },
  };
}
