import type { PluginScope } from '@inning/sdk';
import { type Id, type Store, systemScope } from '../../store/index.ts';
import { installationPlugins, pluginSettings } from './plugin-settings.model.ts';
import { levelKey } from './plugin-secrets.ts';
import type { Settings } from './settings-schema.ts';

/** What was chosen at one level, as it is stored: secrets are still encrypted. */
export type StoredLevel = {
  readonly enabled: boolean | null;
  readonly settings: Settings;
  readonly updatedAt: Date;
  readonly revision: Id;
};

/** Every choice of every level in memory, never older than a second. */
export type PluginLevels = {
  /** Looks for changes of other processes, unless that was done just now. */
  refresh(): Promise<void>;
  /** Looks again at once, after a change of our own. */
  reload(): Promise<void>;
  find(pluginId: string, scope: PluginScope): StoredLevel | null;
  /** Raised by every change; what was derived before is out of date. */
  readonly revision: number;
};

const FRESH_MS = 500;
/** Clocks of servers differ; rows this much older than the newest are read again. */
const SKEW_MS = 60_000;

export function createPluginLevels(store: Store): PluginLevels {
  const reason = systemScope('plugins are switched on per tenant; the cache holds them all');
  const tables = [
    store.table(installationPlugins).in(reason),
    store.table(pluginSettings).in(reason),
  ] as const;
  const levels = new Map<string, StoredLevel>();
  let newest: Date | null = null;
  let readAt = -Infinity;
  let revision = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const since = newest && new Date(newest.getTime() - SKEW_MS);
    const filter = since ? { updatedAt: { $gte: since } } : {};
    const [own, tenants] = await Promise.all([
      tables[0].find(filter as never),
      tables[1].find(filter as never),
    ]);
    for (const row of [...own, ...tenants]) take(row as never);
    readAt = performance.now();
  }

  function take(row: StoredRow): void {
    const key = levelKey(row.pluginId, scopeOf(row));
    if (levels.get(key)?.revision.equals(row.revision)) return;
    const { enabled = null, settings = {}, updatedAt } = row;
    levels.set(key, { enabled, settings, updatedAt, revision: row.revision });
    if (!newest || updatedAt > newest) newest = updatedAt;
    revision += 1;
  }

  const reload = async () => {
    reading ??= read().finally(() => {
      reading = null;
    });
    await reading;
  };

  return {
    reload,
    async refresh() {
      if (performance.now() - readAt > FRESH_MS) await reload();
    },
    find: (pluginId, scope) => levels.get(levelKey(pluginId, scope)) ?? null,
    get revision() {
      return revision;
    },
  };
}

type StoredRow = Partial<Pick<StoredLevel, 'enabled' | 'settings'>> & {
  readonly pluginId: string;
  readonly updatedAt: Date;
  readonly revision: Id;
  readonly agencyId?: Id;
  readonly administrationId?: Id | null;
};

const scopeOf = ({ agencyId, administrationId }: StoredRow): PluginScope => ({
  agencyId: agencyId?.toHexString() ?? null,
  administrationId: administrationId?.toHexString() ?? null,
});
