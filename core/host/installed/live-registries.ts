import type { LiveRegistries, Registries } from '../registries.ts';
import { agencyRegistries, type InstalledHere } from './agency-registries.ts';
import type { InstallRows } from './install-rows.ts';
import type { OpenedPackages } from './packages/opened-packages.ts';
import type { PluginInstall } from './plugin-installs.model.ts';

export type LiveRegistriesDeps = {
  readonly base: Registries;
  readonly rows: InstallRows;
  readonly packages: OpenedPackages;
  /** Looks whether what is installed may still be trusted. */
  readonly checkTrust: () => Promise<void>;
};

/** True while it is installed; a suspended plugin is there too, and says so when it is used. */
export const isInstalled = ({ state, version }: PluginInstall): boolean =>
  version !== null && (state === 'active' || state === 'suspended');

/** What each agency has, followed through the database: no process needs a restart. */
export function createLiveRegistries(deps: LiveRegistriesDeps): LiveRegistries {
  const { base, rows, packages } = deps;
  const known = new Map<string, Registries>();
  let seenRevision = -1;
  let revision = 0;
  let taking: Promise<void> | null = null;

  async function takeChanges(): Promise<void> {
    const wanted = rows.revision;
    await packages.keep([...rows.all()].filter(isInstalled).flatMap(packagesOf));
    known.clear();
    seenRevision = wanted;
    revision += 1;
  }

  function make(agencyId: string): Registries {
    const installed = rows
      .of(agencyId)
      .filter((row) => isInstalled(row) && !base.plugins.has(row.pluginId));
    return agencyRegistries(
      base,
      installed.flatMap((row) => openedOf(row, packages)),
    );
  }

  async function takeAllChanges(): Promise<void> {
    while (seenRevision !== rows.revision) {
      taking ??= takeChanges().finally(() => {
        taking = null;
      });
      await taking;
    }
  }

  return {
    async refresh() {
      await rows.refresh();
      await takeAllChanges();
      await deps.checkTrust();
      await takeAllChanges();
    },
    of(agencyId) {
      if (agencyId === null) return base;
      const made = known.get(agencyId) ?? make(agencyId);
      known.set(agencyId, made);
      return made;
    },
    get revision() {
      return revision;
    },
  };
}

export const packagesOf = ({ pluginId, version, kept }: PluginInstall) =>
  [version, ...kept].flatMap((one) => (one === null ? [] : { pluginId, version: one }));

function openedOf(row: PluginInstall, packages: OpenedPackages): InstalledHere[] {
  const [current, ...kept] = packagesOf(row).map((name) => packages.find(name));
  return current
    ? [{ current, kept: kept.filter((one) => one !== null && one !== undefined) }]
    : [];
}
