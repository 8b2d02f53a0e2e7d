import { type Store, systemScope } from '../../store/index.ts';
import { type PluginInstall, pluginInstalls } from './plugin-installs.model.ts';

/** What every agency installed, in memory, never older than a second. */
export type InstallRows = {
  /** Looks for changes of other processes, unless that was done just now. */
  refresh(): Promise<void>;
  /** Looks again at once. */
  reload(): Promise<void>;
  /** A row that this process has just written. */
  take(row: PluginInstall): void;
  of(agencyId: string): readonly PluginInstall[];
  find(agencyId: string, pluginId: string): PluginInstall | null;
  all(): Iterable<PluginInstall>;
  /** Raised by every change. */
  readonly revision: number;
};

const FRESH_MS = 500;
/** Clocks of servers differ; rows this much older than the newest are read again. */
const SKEW_MS = 60_000;

export function createInstallRows(store: Store): InstallRows {
  const table = store
    .table(pluginInstalls)
    .in(systemScope('plugins are installed per agency; the memory holds them all'));
  const byAgency = new Map<string, Map<string, PluginInstall>>();
  let newest: Date | null = null;
  let readAt = -Infinity;
  let revision = 0;
  let reading: Promise<void> | null = null;

  function take(row: PluginInstall): void {
    const agencyId = row.agencyId.toHexString();
    const its = byAgency.get(agencyId) ?? new Map<string, PluginInstall>();
    byAgency.set(agencyId, its);
    const known = its.get(row.pluginId);
    // Two answers may come in the wrong order.
    if (known && known.changes >= row.changes) return;
    its.set(row.pluginId, row);
    if (!newest || row.updatedAt > newest) newest = row.updatedAt;
    revision += 1;
  }

  async function read(): Promise<void> {
    const since = newest && new Date(newest.getTime() - SKEW_MS);
    const rows = await table.find((since ? { updatedAt: { $gte: since } } : {}) as never);
    for (const row of rows) take(row);
    readAt = performance.now();
  }

  const reload = async () => {
    reading ??= read().finally(() => {
      reading = null;
    });
    await reading;
  };

  const of = (agencyId: string) => [...(byAgency.get(agencyId)?.values() ?? [])];
  return {
    reload,
    async refresh() {
      if (performance.now() - readAt > FRESH_MS) await reload();
    },
    take,
    of,
    find: (agencyId, pluginId) => byAgency.get(agencyId)?.get(pluginId) ?? null,
    all: () => [...byAgency.keys()].flatMap(of),
    get revision() {
      return revision;
    },
  };
}
