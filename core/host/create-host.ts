import type { Clock, PluginLog } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Listener } from '../events/index.ts';
import type { Store } from '../store/index.ts';
import { createOutbound, type Outbound } from '../outbound/index.ts';
import { systemClock } from '../clock.ts';
import { addOutboundFigures } from './outbound-figures.ts';
import { type Countries, createCountries } from './countries.ts';
import { createCredentials } from './credentials/credentials.ts';
import { credentialsRoutes } from './credentials/credentials.routes.ts';
import { createHeldSignIns, type HeldSignIns } from './credentials/held-sign-ins.ts';
import { createPluginStates } from './state/plugin-state.ts';
import { type PluginLookup, usesOf } from './plugin-use.ts';
import { catalogueRoutes } from './routes/catalogue.routes.ts';
import {
  createInstalledPlugins,
  type InstalledPlugins,
  type InstallingDeps,
} from './installed/index.ts';
import { installedRoutes } from './installed/installed.routes.ts';
import { listenersOfPlugins } from './listeners.ts';
import { routesOfPlugins } from './routes/plugin-routes.ts';
import { createPluginSettings, type PluginSettings } from './settings/plugin-settings.ts';
import { pluginsRoutes } from './routes/plugins.routes.ts';
import { createToolsFor, type HostToolsFor } from './plugin-tools.ts';
import { createPorts, type Ports } from './ports.ts';
import { fixedRegistries, type LiveRegistries, type Registries } from './registries.ts';
import { createSecretBox } from './settings/secret-box.ts';

export type HostDeps = {
  readonly registries: Registries;
  readonly store: Store;
  readonly clock: Clock;
  /** Encrypts secret settings; at least 32 characters. */
  readonly secret: string;
  readonly log: PluginLog;
  /** The address that people type, without a closing slash: services send browsers back to it. */
  readonly publicUrl?: string;
  /** For tests: what plugins are and were granted, other than `live` says. */
  readonly pluginOf?: PluginLookup;
  /** For tests: another way out than the internet. */
  readonly outbound?: Outbound;
  /** Left out, there are no plugins of others. */
  readonly installing?: InstallingDeps;
};

/** The plugins at work: which are on where, their connectors, listeners and routes. */
export type Host = {
  /** The plugins of the platform; `live` has those that agencies installed too. */
  readonly registries: Registries;
  readonly live: LiveRegistries;
  readonly installed: InstalledPlugins | null;
  readonly settings: PluginSettings;
  readonly countries: Countries;
  readonly ports: Ports;
  readonly toolsFor: HostToolsFor;
  readonly heldSignIns: HeldSignIns;
  /** Forgets everything of a plugin that was uninstalled: state and sign-ins. Null is all agencies. */
  readonly forgetPlugin: (pluginId: string, agencyId: string | null) => Promise<void>;
  readonly listeners: readonly Listener[];
  /** Those of plugins that agencies installed, as they are now. */
  installedListeners(): Promise<readonly Listener[]>;
  /** Routes of the core about plugins; registered under /api. */
  readonly apiRoutes: (app: FastifyInstance) => Promise<void>;
  /** Routes that plugins bring; registered at the root. */
  readonly pluginRoutes: (app: FastifyInstance) => Promise<void>;
  close(): Promise<void>;
};

export function createHost(deps: HostDeps): Host {
  const { registries, store, publicUrl = '' } = deps;
  const secrets = createSecretBox(deps.secret);
  const { installing } = deps;
  const installed = installing
    ? createInstalledPlugins({ ...deps, ...installing, base: registries, forget: forgetPlugin })
    : null;
  const live = installed?.live ?? fixedRegistries(registries);
  const settings = createPluginSettings({ ...deps, live, secrets });
  const outbound = deps.outbound ?? createOutbound({ log: deps.log });
  const pluginOf = deps.pluginOf ?? usesOf(live);
  const parts = { ...deps, leaseClock: systemClock, secrets, settings, outbound, pluginOf };
  const credentials = createCredentials(parts);
  const states = createPluginStates(deps);
  const toolsFor = createToolsFor({ ...parts, credentials, states });
  const ports = createPorts({ live, settings, toolsFor, log: deps.log });

  async function forgetPlugin(pluginId: string, agencyId: string | null): Promise<void> {
    await states.forget(pluginId, agencyId);
    await credentials.forget(pluginId, agencyId);
  }

  return {
    registries,
    live,
    installed,
    settings,
    countries: createCountries({ registries, settings }),
    ports,
    toolsFor,
    heldSignIns: createHeldSignIns({ ...parts, credentials, publicUrl }),
    listeners: listenersOfPlugins(registries, { settings, toolsFor }),
    async installedListeners() {
      await live.refresh();
      return installed?.listeners({ settings, toolsFor }) ?? [];
    },
    async apiRoutes(app) {
      const { ended: endedCredentials } = credentials.tokens;
      await app.register(catalogueRoutes({ live }));
      await app.register(pluginsRoutes({ store, live, settings, endedCredentials }));
      if (installed) await app.register(installedRoutes({ installed }));
      await app.register(credentialsRoutes({ ...parts, credentials, publicUrl }));
      if (app.metrics) addOutboundFigures(app.metrics, outbound);
    },
    pluginRoutes: routesOfPlugins({ registries, settings }),
    forgetPlugin,
    async close() {
      await ports.close();
      await outbound.close();
      await installing?.sandbox.close();
    },
  };
}
