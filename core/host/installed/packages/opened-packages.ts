import { type Store, systemScope } from '../../../store/index.ts';
import { type OpenedPackage, packageKey, type PackageName } from './opened-package.ts';
import { type PluginPackageRow, pluginPackages } from './plugin-packages.model.ts';

/** The packages that some agency uses, opened; a package never changes, so it is opened once. */
export type OpenedPackages = {
  /** Opens what is missing and forgets what nobody uses. One that cannot be opened is left out. */
  keep(names: readonly PackageName[]): Promise<void>;
  find(name: PackageName): OpenedPackage | null;
  all(): Iterable<OpenedPackage>;
};

export type OpenedPackagesDeps = {
  readonly store: Store;
  readonly open: (row: PluginPackageRow) => OpenedPackage;
  readonly log: { error(details: object, text: string): void };
};

export function createOpenedPackages({ store, open, log }: OpenedPackagesDeps): OpenedPackages {
  const table = store.table(pluginPackages).in(systemScope('packages are of the installation'));
  /** Null: it cannot be opened, and is not tried again and again. */
  const opened = new Map<string, OpenedPackage | null>();

  async function load(name: PackageName): Promise<void> {
    const { pluginId, version } = name;
    const row = await table.findOne({ pluginId, version });
    // Written in the same transaction as the install that names it; else it is looked for again.
    if (!row) return;
    opened.set(packageKey(name), openOrTell(row));
  }

  function openOrTell(row: PluginPackageRow): OpenedPackage | null {
    try {
      return open(row);
    } catch (error) {
      const { pluginId, version } = row;
      log.error({ err: error, pluginId, version }, 'an installed plugin cannot be opened');
      return null;
    }
  }

  return {
    async keep(names) {
      const wanted = new Map(names.map((name) => [packageKey(name), name]));
      for (const key of opened.keys()) if (!wanted.has(key)) opened.delete(key);
      const missing = [...wanted].filter(([key]) => !opened.has(key));
      for (const [, name] of missing) await load(name);
    },
    find: (name) => opened.get(packageKey(name)) ?? null,
    all: () => [...opened.values()].filter((one) => one !== null),
  };
}
