import type { Clock, PluginLog } from '@inning/sdk';
import { systemClock } from '../../clock.ts';
import type { EventPublisher, Listener } from '../../events/index.ts';
import type { Trust } from '../../packages/index.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Id, Store } from '../../store/index.ts';
import type { LiveRegistries, Registries } from '../registries.ts';
import { createSchemaCompiler } from '../settings/settings-schema.ts';
import { guardedSandbox } from './guarding/guarded-sandbox.ts';
import { createInstallRows } from './install-rows.ts';
import { type InstalledListenersDeps, installedListeners } from './installed-listeners.ts';
import { createInstaller, type Installer } from './installer.ts';
import { createLiveRegistries } from './live-registries.ts';
import { createPackageDoor, type PackageDoor } from './packages/offer-package.ts';
import { checkOpened, checkSchemas, createPackageOpener } from './packages/open-package.ts';
import { createOpenedPackages } from './packages/opened-packages.ts';
import { createPluginGuard } from './guarding/plugin-guard.ts';
import type { PluginInstall } from './plugin-installs.model.ts';
import { createRemoval, type Removal } from './remove-plugin.ts';
import { sandboxedDefinitions } from './sandboxed-definitions.ts';
import { createFailureCount, type SuspendLimit, USUAL_LIMIT } from './guarding/count-failures.ts';
import { createSuspender } from './guarding/suspend-plugin.ts';
import { forgetSettings } from './forget-settings.ts';
import type { NodeUses, WakeWaiting } from './use-in-flows.ts';
import { createTrustWatch, refusalBy } from './guarding/watch-trust.ts';
import { createInstallWriter } from './write-install.ts';

/** What plugins of others need beside the host itself. */
export type InstallingDeps = {
  readonly events: EventPublisher;
  /** Closed with the host. */
  readonly sandbox: Sandbox;
  readonly sdkVersion: string;
  /** Whom the operator trusts, and what was revoked; never older than a second. */
  readonly trust: () => Promise<Trust>;
  readonly uses: NodeUses;
  readonly wakeWaiting: WakeWaiting;
  readonly limit?: SuspendLimit;
  readonly realClock?: Clock;
};
export type InstalledDeps = InstallingDeps & {
  readonly base: Registries;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: PluginLog;
  /** Deletes what a plugin kept at an agency beside its settings. */
  readonly forget: (pluginId: string, agencyId: string) => Promise<void>;
};

/** Plugins of others: what each agency installed, kept in the database and followed without a restart. */
export type InstalledPlugins = {
  readonly live: LiveRegistries;
  readonly installer: Installer;
  readonly removal: Removal;
  readonly door: PackageDoor;
  /** Everything that an agency has or had; newest state of the database. */
  list(agencyId: Id): Promise<PluginInstall[]>;
  /** As they are now; the dispatcher asks before each batch. */
  listeners(deps: Pick<InstalledListenersDeps, 'settings' | 'toolsFor'>): Listener[];
  /** Lets old versions and packages go that nobody uses any more. */
  tidy(): Promise<void>;
};

export function createInstalledPlugins(deps: InstalledDeps): InstalledPlugins {
  const { store, base, trust } = deps;
  const rows = createInstallRows(store);
  const installs = createInstallWriter({ ...deps, rows });
  const suspend = createSuspender({ ...deps, installs });
  const failures = createFailureCount({
    ...deps,
    installs,
    suspend,
    limit: deps.limit ?? USUAL_LIMIT,
    realClock: deps.realClock ?? systemClock,
  });
  const compiler = createSchemaCompiler();
  const guard = createPluginGuard({ rows, ...failures });
  const open = createPackageOpener({
    compiler,
    sandboxed: sandboxedDefinitions({ ...deps, sandbox: guardedSandbox(deps.sandbox, guard) }),
  });
  const packages = createOpenedPackages({ ...deps, open });
  const checkTrust = createTrustWatch({ rows, packages, trust, suspend });
  const live = createLiveRegistries({ base, rows, packages, checkTrust });
  const check: Parameters<typeof createPackageDoor>[0]['check'] = {
    schemas: checkSchemas,
    opened: (opened) => checkOpened(opened, compiler),
  };
  const door = createPackageDoor({ ...deps, open, check });
  const refusalOf: Parameters<typeof createInstaller>[0]['refusalOf'] = async (row) =>
    refusalBy(await trust(), open(row));
  const forget = async (agencyId: Id, pluginId: string) => {
    await forgetSettings(deps, agencyId, pluginId);
    await deps.forget(pluginId, agencyId.toHexString());
  };
  const around = { ...deps, installs, forget };
  const installer = createInstaller({ ...around, door, refusalOf });

  return {
    live,
    installer,
    door,
    removal: createRemoval({ ...around, installer }),
    list: (agencyId) => installs.all({ agencyId }),
    listeners: (tools) => installedListeners({ ...tools, live, packages: () => packages.all() }),
    async tidy() {
      const all = await installs.all({});
      for (const row of all) if (row.kept.length > 0) await installer.tidy(row);
      const named = (await installs.all({})).flatMap(
        ({ pluginId, version, kept, pendingVersion }) =>
          [version, pendingVersion, ...kept].map((one) => `${pluginId}@${one}`),
      );
      await door.forgetUnused(named);
    },
  };
}
