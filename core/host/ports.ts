import { createHash } from 'node:crypto';
import type { PluginScope, PortName, PortTypes } from '@inning/sdk';
import type { AdministrationKey } from '../store/index.ts';
import { PortMissingError } from './host.errors.ts';
import type { HostToolsFor } from './plugin-tools.ts';
import type { PluginState } from './settings/compute-state.ts';
import type { PluginSettings } from './settings/plugin-settings.ts';
import type { LiveRegistries, PortProvider } from './registries.ts';

export type OpenPort<Name extends PortName> = {
  readonly pluginId: string;
  readonly port: PortTypes[Name];
};

/** The connectors that work for an administration, opened with its settings. */
export type Ports = {
  /**
   * The one that was switched on closest by: for the administration, else for the agency, else for
   * the installation; of several the last one switched on. Throws PortMissingError.
   */
  one<Name extends PortName>(name: Name, place: AdministrationKey): Promise<OpenPort<Name>>;
  /** Every one that is on, the one that `one` gives first. */
  all<Name extends PortName>(name: Name, place: AdministrationKey): Promise<OpenPort<Name>[]>;
  /** Closes what was opened. */
  close(): Promise<void>;
};

export type PortsDeps = {
  readonly live: LiveRegistries;
  readonly settings: PluginSettings;
  readonly toolsFor: HostToolsFor;
  readonly log: { warn(details: object, text: string): void };
};

/** After a change of settings the old connection may still be at work for a while. */
const CLOSE_AFTER_MS = 60_000;

type Instance = {
  readonly fingerprint: string;
  /** Another version of the plugin has another one. */
  readonly factory: unknown;
  readonly port: unknown;
};

export function createPorts({ live, settings, toolsFor, log }: PortsDeps): Ports {
  const opened = new Map<string, Instance>();
  const retired = new Map<Instance, NodeJS.Timeout>();

  function open<Name extends PortName>(
    name: Name,
    provider: PortProvider<Name>,
    { its, scope }: { readonly its: PluginState; readonly scope: PluginScope },
  ) {
    const key = `${name}/${provider.pluginId}/${scope.agencyId}/${scope.administrationId}`;
    const fingerprint = fingerprintOf(its);
    const known = opened.get(key);
    const isSame = known?.fingerprint === fingerprint && known.factory === provider.factory;
    if (isSame) return known.port as PortTypes[Name];
    if (known) retire(known);
    const port = provider.factory(its.settings, scope, toolsFor(provider.pluginId, scope));
    opened.set(key, { fingerprint, factory: provider.factory, port });
    return port;
  }

  function retire(instance: Instance): void {
    const timer = setTimeout(() => void close(instance), CLOSE_AFTER_MS);
    retired.set(instance, timer.unref());
  }

  async function close(instance: Instance): Promise<void> {
    clearTimeout(retired.get(instance));
    retired.delete(instance);
    try {
      await (instance.port as { close?(): Promise<void> }).close?.();
    } catch (error) {
      log.warn({ err: error }, 'a connector could not be closed');
    }
  }

  async function all<Name extends PortName>(name: Name, place: AdministrationKey) {
    await settings.refresh();
    const scope = scopeOf(place);
    return live
      .of(scope.agencyId)
      .port(name)
      .map((provider) => ({ provider, state: settings.state(provider.pluginId, scope) }))
      .filter(({ state }) => state.isOn)
      .sort((a, b) => nearness(b.state) - nearness(a.state) || later(a.state, b.state))
      .map(({ provider, state }) => ({
        pluginId: provider.pluginId,
        port: open(name, provider, { its: state, scope: openedAt(scope, state) }),
      }));
  }

  return {
    all,
    async one(name, place) {
      const [first] = await all(name, place);
      if (!first) throw new PortMissingError(name);
      return first;
    },
    async close() {
      const instances = [...opened.values(), ...retired.keys()];
      opened.clear();
      await Promise.all(instances.map(close));
    },
  };
}

const scopeOf = (place: AdministrationKey): PluginScope => ({
  agencyId: place.agencyId.toHexString(),
  administrationId: place.administrationId.toHexString(),
});

/** Shared within an agency, and never between agencies, unless an administration has its own. */
function openedAt({ agencyId }: PluginScope, { settledAt }: PluginState): PluginScope {
  return settledAt.administrationId === null ? { agencyId, administrationId: null } : settledAt;
}

/** A choice of the administration itself comes before one of its agency. */
function nearness({ chosenAt }: PluginState): number {
  if (chosenAt === null) return 0;
  if (chosenAt.administrationId !== null) return 3;
  return chosenAt.agencyId !== null ? 2 : 1;
}

const later = (a: PluginState, b: PluginState) =>
  (b.chosenOn?.getTime() ?? 0) - (a.chosenOn?.getTime() ?? 0);

function fingerprintOf({ settings }: PluginState): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('base64');
}
