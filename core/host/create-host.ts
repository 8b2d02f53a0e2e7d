import type { Clock, PluginLog } from '@inning/sdk';
import type { FastifyInstance } from 'fastify';
import type { Listener } from '../events/index.ts';
import type { Store } from '../store/index.ts';
import { createOutbound, type Outbound } from '../outbound/index.ts';
import { systemClock } from '../clock.ts';
import { addOutboundFigures } from './outbound-figures.ts';
import { createCredentials } from './credentials/credentials.ts';
import { credentialsRoutes } from './credentials/credentials.routes.ts';
import { createPluginStates } from './state/plugin-state.ts';
import { type PluginLookup, usesOfPlatform } from './plugin-use.ts';
import { catalogueRoutes } from './routes/catalogue.routes.ts';
import { listenersOfPlugins } from './listeners.ts';
import { routesOfPlugins } from './routes/plugin-routes.ts';
import { createPluginSettings, type PluginSettings } from './settings/plugin-settings.ts';
import { pluginsRoutes } from './routes/plugins.routes.ts';
import { createToolsFor, type HostToolsFor } from './plugin-tools.ts';
import { createPorts, type Ports } from './ports.ts';
import type { Registries } from './registries.ts';
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
  /** What installed plugins are and were granted; left out, there are those of the platform alone. */
  readonly pluginOf?: PluginLookup;
  /** For tests: another way out than the internet. */
  readonly outbound?: Outbound;
};

/** The plugins at work: which are on where, their connectors, listeners and routes. */
export type Host = {
  readonly registries: Registries;
  readonly settings: PluginSettings;
  readonly ports: Ports;
  readonly toolsFor: HostToolsFor;
  /** Forgets everything of a plugin that was uninstalled: state and sign-ins. Null is all agencies. */
  readonly forgetPlugin: (pluginId: string, agencyId: string | null) => Promise<void>;
  readonly listeners: readonly Listener[];
  /** Routes of the core about plugins; registered under /api. */
  readonly apiRoutes: (app: FastifyInstance) => Promise<void>;
  /** Routes that plugins bring; registered at the root. */
  readonly pluginRoutes: (app: FastifyInstance) => Promise<void>;
  close(): Promise<void>;
};

export function createHost(deps: HostDeps): Host {
  const { registries, store } = deps;
  const secrets = createSecretBox(deps.secret);
  const settings = createPluginSettings({ ...deps, secrets });
  const outbound = deps.outbound ?? createOutbound({ log: deps.log });
  const pluginOf = deps.pluginOf ?? usesOfPlatform(registries);
  const parts = { ...deps, leaseClock: systemClock, secrets, settings, outbound, pluginOf };
  const credentials = createCredentials(parts);
  const states = createPluginStates(deps);
  const toolsFor = createToolsFor({ ...parts, credentials, states });
  const ports = createPorts({ registries, settings, toolsFor, log: deps.log });

  return {
    registries,
    settings,
    ports,
    toolsFor,
    listeners: listenersOfPlugins(registries, { settings, toolsFor }),
    async apiRoutes(app) {
      await app.register(catalogueRoutes({ registries }));
      await app.register(pluginsRoutes({ store, registries, settings }));
      const { publicUrl = '' } = deps;
      await app.register(credentialsRoutes({ ...parts, credentials, publicUrl }));
      if (app.metrics) addOutboundFigures(app.metrics, outbound);
    },
    pluginRoutes: routesOfPlugins({ registries, settings }),
    async forgetPlugin(pluginId, agencyId) {
      await states.forget(pluginId, agencyId);
      await credentials.forget(pluginId, agencyId);
    },
    async close() {
      await ports.close();
      await outbound.close();
    },
  };
}
